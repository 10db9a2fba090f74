import type { ReactNode } from 'react';

interface TableColumn<R> {
  readonly title: string;
  readonly show: (row: R) => ReactNode;
  readonly number?: true;
}

/** A short table under a heading, with what can be done beside it; it scrolls on a phone, so it can be reached by keyboard. */
export function Table<R>({ title, rows, columns, keyOf, empty, actions }: { title: string; rows: readonly R[]; columns: readonly TableColumn<R>[]; keyOf: (row: R) => string; empty: string; actions?: ReactNode }) {
  return (
    <section className="card stack">
      <div className="row apart">
        <h2>{title}</h2>
        {actions !== undefined && <div className="row">{actions}</div>}
      </div>
      {rows.length === 0 ? (
        <p className="soft">{empty}</p>
      ) : (
        <div className="scroll" tabIndex={0} role="region" aria-label={title}>
          <table className="plain">
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
