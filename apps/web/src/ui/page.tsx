import { Link } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';

export interface Crumb {
  readonly to: string;
  readonly name: string;
}

/** A page's head: where it is, what it is, and what can be done; the browser's title too. */
export function Page({ title, crumbs = [], note, actions, children }: { title: string; crumbs?: readonly Crumb[]; note?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · 赛孵园 Trellis`;
  }, [title]);
  return (
    <>
      <div className="page-head">
        <div>
          {crumbs.length > 0 && (
            <div className="crumbs">
              {crumbs.map(({ to, name }, n) => (
                <span key={to}>
                  {n > 0 && ' / '}
                  <Link to={to}>{name}</Link>
                </span>
              ))}
            </div>
          )}
          <h1>{title}</h1>
          {note !== undefined && <div className="soft">{note}</div>}
        </div>
        {actions !== undefined && <div className="row">{actions}</div>}
      </div>
      {children}
    </>
  );
}
