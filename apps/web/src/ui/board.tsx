import type { ReactNode } from 'react';
import './board.css';

interface Lane<R> {
  readonly key: string;
  readonly name: string;
  readonly cards: readonly R[];
}

/** Things in lanes by how far they have come; lanes without any are left out. */
export function Board<R>({ label, lanes, keyOf, show }: { label: string; lanes: readonly Lane<R>[]; keyOf: (card: R) => string; show: (card: R) => ReactNode }) {
  return (
    // It scrolls, so it can be reached by keyboard.
    <div className="board" tabIndex={0} role="region" aria-label={label}>
      {lanes
        .filter(({ cards }) => cards.length > 0)
        .map(({ key, name, cards }) => (
          <section key={key}>
            <h2>
              {name} <span className="soft">{cards.length}</span>
            </h2>
            <ul>
              {cards.map((card) => (
                <li key={keyOf(card)} className="card stack tight">
                  {show(card)}
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}
