import { Link } from '@tanstack/react-router';
import type { Answer } from '../api/client.js';
import { useNamed } from '../ui/named.js';
import { State } from '../ui/state.js';
import { Until, When } from '../ui/when.js';
import { usePublicWords } from './words.js';

type Call = Answer<'/api/calls/{call}'>;

export function CallCard({ call: { id, name, contest, state, opensAt, closesAt, timeZone, prizes } }: { call: Call }) {
  const [t, named] = [usePublicWords(), useNamed()];
  const money = prizes.reduce((sum, { places, money: one = 0 }) => sum + places * one, 0) / 100;
  return (
    <article className="card stack tight">
      <div className="row apart">
        <span className="soft small">
          {named(contest.name)} · {t('edition', { n: contest.edition })}
        </span>
        <State of={state} />
      </div>
      <h3 style={{ fontSize: 16 }}>
        <Link to={`/calls/${id}`}>{named(name)}</Link>
      </h3>
      <div className="row">
        {state === 'scheduled' && opensAt !== null ? (
          <span>
            {t('opens')} <When at={opensAt} zone={timeZone} />
          </span>
        ) : (
          <span>
            {t('closes')} <When at={closesAt} zone={timeZone} />
          </span>
        )}
        {state === 'open' && <Until at={closesAt} />}
      </div>
      {money > 0 && (
        <span className="soft">
          {t('prizes')}: ¥ {money.toLocaleString()}
        </span>
      )}
      {state === 'open' && (
        <div style={{ marginTop: 6 }}>
          <Link to={`/calls/${id}/enter`}>{t('enter')} →</Link>
        </div>
      )}
    </article>
  );
}
