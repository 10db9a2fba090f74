import type { ReactNode } from 'react';

/** Figures side by side, each over what it is. */
export function Figures({ of }: { of: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <div className="card figures">
      {of.map(([name, value]) => (
        <div key={name} className="figure">
          <b>{value}</b>
          <span>{name}</span>
        </div>
      ))}
    </div>
  );
}
