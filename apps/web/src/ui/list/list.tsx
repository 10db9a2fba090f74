import { useVirtualizer } from '@tanstack/react-virtual';
import { App, Button, Dropdown, Input, Select } from 'antd';
import { useDeferredValue, useMemo, useRef, type CSSProperties } from 'react';
import { save, saveWorkbook } from '../save.js';
import { useUiWords } from '../words.js';
import { csvOf, rowsOf, sheetOf, type Column } from './rows.js';
import { useView } from './view.js';
import './list.css';

const HEIGHT = 41;

interface Props<R> {
  readonly name: string;
  readonly rows: readonly R[];
  readonly columns: readonly Column<R>[];
  readonly keyOf: (row: R) => string;
  /** How many have been read, while more are on their way. */
  readonly reading?: number | undefined;
  readonly tools?: React.ReactNode;
}

/** A list of any length: only the rows in sight are drawn. */
export function List<R>({ name, rows, columns, keyOf, reading, tools }: Props<R>) {
  const t = useUiWords();
  const { message } = App.useApp();
  const [view, change] = useView();
  const wanted = useDeferredValue(view);
  const shownColumns = columns.filter(({ key }) => !view.hidden.includes(key));
  const shown = useMemo(() => rowsOf(rows, columns, wanted), [rows, columns, wanted]);
  const frame = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: shown.length, getScrollElement: () => frame.current, estimateSize: () => HEIGHT, overscan: 12 });
  const filtering = view.q !== '' || Object.keys(view.filters).length > 0;

  const download = () => save(`${name}.csv`, csvOf(shown, shownColumns), 'text/csv');
  const workbook = () => saveWorkbook(name, sheetOf(shown, shownColumns));
  const copy = () => void navigator.clipboard.writeText(window.location.href).then(() => message.success(t('copied')));
  const toggle = (key: string) => change({ hidden: view.hidden.includes(key) ? view.hidden.filter((one) => one !== key) : [...view.hidden, key] });
  const sortBy = (key: string) => change(view.sort !== key ? { sort: key, down: false } : view.down ? { sort: '' } : { sort: key, down: true });

  return (
    <div>
      <div className="list-tools">
        <Input.Search data-search allowClear placeholder={t('search')} aria-label={t('searchList')} defaultValue={view.q} onChange={(event) => change({ q: event.target.value })} style={{ width: 220 }} />
        {columns.map((column) => column.filter && <Filter key={column.key} column={column} rows={rows} value={view.filters[column.key]} onChange={(value) => change({ filters: { [column.key]: value } })} />)}
        <span className="soft small grow" role="status">
          {reading !== undefined ? t('reading', { count: reading }) : filtering ? t('rowsOf', { shown: shown.length, all: rows.length }) : t('rows', { count: rows.length })}
        </span>
        {tools}
        <Dropdown trigger={['click']} menu={{ items: columns.slice(1).map(({ key, title }) => ({ key, label: `${view.hidden.includes(key) ? '☐' : '☑'} ${title}`, onClick: () => toggle(key) })) }}>
          <Button>{t('columns')}</Button>
        </Dropdown>
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'xlsx', label: t('exportXlsx'), onClick: () => void workbook() },
              { key: 'csv', label: t('exportCsv'), onClick: download },
              { key: 'copy', label: t('copyView'), onClick: copy },
            ],
          }}
        >
          <Button aria-label={t('more')}>⋯</Button>
        </Dropdown>
      </div>
      {/* It scrolls, so it can be reached by keyboard. */}
      <div className="list" ref={frame} tabIndex={0} role="region" aria-label={name}>
        <table style={{ '--columns': shownColumns.map(({ width }) => width).join(' ') } as CSSProperties} role="table" aria-rowcount={shown.length + 1}>
          <thead role="rowgroup">
            <tr role="row" aria-rowindex={1}>
              {shownColumns.map(({ key, title, number }) => (
                <th key={key} role="columnheader" scope="col" className={number ? 'number' : ''} aria-sort={view.sort !== key ? 'none' : view.down ? 'descending' : 'ascending'}>
                  <button type="button" onClick={() => sortBy(key)} title={t('sortBy', { name: title })}>
                    {title}
                    {view.sort === key && (view.down ? ' ↓' : ' ↑')}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup" style={{ height: virtual.getTotalSize() || HEIGHT }}>
            {virtual.getVirtualItems().map(({ index, start }) => {
              const row = shown[index]!;
              return (
                <tr key={keyOf(row)} role="row" aria-rowindex={index + 2} style={{ transform: `translateY(${start}px)` }}>
                  {shownColumns.map((column) => (
                    <td key={column.key} role="cell" className={column.number ? 'number' : ''}>
                      <span>{column.show ? column.show(row) : String(column.value(row) ?? '—')}</span>
                    </td>
                  ))}
                </tr>
              );
            })}
            {shown.length === 0 && (
              <tr role="row">
                <td role="cell" className="soft" style={{ gridColumn: '1 / -1' }}>
                  {t('none')}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Filter<R>({ column, rows, value, onChange }: { column: Column<R>; rows: readonly R[]; value: string | undefined; onChange: (value: string) => void }) {
  const t = useUiWords();
  const options = useMemo(() => {
    const counts = new Map<string, number>();
    for (const row of rows) {
      const one = String(column.value(row) ?? '');
      counts.set(one, (counts.get(one) ?? 0) + 1);
    }
    return [...counts].filter(([one]) => one !== '').sort(([a], [b]) => (a < b ? -1 : 1)).map(([one, count]) => ({ value: one, label: `${column.filter!(one)} · ${count}` }));
  }, [rows, column]);
  return <Select aria-label={column.title} placeholder={column.title} allowClear value={value ?? null} options={[{ value: '', label: `${column.title}: ${t('all')}` }, ...options]} onChange={(chosen: string | undefined) => onChange(chosen ?? '')} style={{ minWidth: 130 }} popupMatchSelectWidth={false} />;
}
