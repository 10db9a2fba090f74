import { useId, type ReactNode } from 'react';

/** A field with its name above it. */
export function Labelled({ name, children }: { name: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="stack tight" style={{ gap: 2 }}>
      <label htmlFor={id} className="small soft">
        {name}
      </label>
      {children(id)}
    </div>
  );
}
