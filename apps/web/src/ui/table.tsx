import { Button } from 'antd';
import { useRef, type ReactNode } from 'react';
import { saveWorkbook } from './save.js';
import { useUiWords } from './words.js';

interface TableColumn<R> {
  readonly title: string;
  readonly show: (row: R) => ReactNode;
  readonly number?: true;
}

/** A table's cells as they are read, without its buttons, with what is typed in; numbers as numbers. */
function cellsOf(table: HTMLTableElement) {
  return [...table.rows].map((row) =>
    [...row.cells].map((cell) => {
      const read = cell.cloneNode(true) as HTMLElement;
      for (const part of read.querySelectorAll('button, input, select')) part.replaceWith(part instanceof HTMLInputElement && part.type === 'text' ? part.value : '');
      const text = read.textContent.trim();
      if (text === '' || text === '—') return null;
      return cell.classList.contains('number') && /^-?[\d,]+(\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : text;
    }),
  );
}

/** A short table under a heading, with what can be done beside it; it scrolls on a phone, so it can be reached by keyboard. */
export function Table<R>({ title, rows, columns, keyOf, empty, actions }: { title: string; rows: readonly R[]; columns: readonly TableColumn<R>[]; keyOf: (row: R) => string; empty: string; actions?: ReactNode }) {
  const t = useUiWords();
  const table = useRef<HTMLTableElement>(null);
  const workbook = async () => table.current && saveWorkbook(title, cellsOf(table.current));
  return (
    <section className="card stack">
      <div className="row apart">
        <h2>{title}</h2>
        <div className="row">
          {actions}
          {rows.length > 0 && (
            <Button type="text" aria-label={`${title}: ${t('exportXlsx')}`} title={t('exportXlsx')} onClick={() => void workbook()}>
              ⤓
            </Button>
          )}
        </div>
      </div>
      {rows.length === 0 ? (
        <p className="soft">{empty}</p>
      ) : (
        <div className="scroll" tabIndex={0} role="region" aria-label={title}>
          <table className="plain" ref={table}>
            <thead>
              <tr>
                {columns.map(({ title: name, number }) => (
                  <th key={name} scope="col" className={number === true ? 'number' : ''}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={keyOf(row)}>
                  {columns.map(({ title: name, show, number }) => (
                    <td key={name} className={number === true ? 'number' : ''}>
                      {show(row)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
