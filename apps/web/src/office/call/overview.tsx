import { Link } from '@tanstack/react-router';
import { calls as api } from '../../api/client.js';
import { Ask } from '../../ui/ask.js';
import { useNamed } from '../../ui/named.js';
import { State } from '../../ui/state.js';
import { Until, When } from '../../ui/when.js';
import { Funnel } from '../board/funnel.js';
import { Timeline } from '../board/timeline.js';
import { nextStep, useStepWords } from '../next-step.js';
import { useOfficeWords } from '../words.js';
import type { Call } from './prolong.js';

/** A call at a glance. */
export default function Overview({ call }: { call: Call }) {
  const [t, steps, named] = [useOfficeWords(), useStepWords(), useNamed()];
  const path = { params: { path: { call: call.id } } };
  const progress = api.useQuery('get', '/api/calls/{call}/progress', path);
  const rounds = api.useQuery('get', '/api/calls/{call}/rounds', path);
  const step = nextStep(call, rounds.data?.rounds ?? []);
  return (
    <div className="stack wide">
      {step && (
        <p className="note row">
          → <Link to={step.to}>{steps(step.words)}</Link>
          {step.by !== null && (
            <>
              <When at={step.by} zone={call.timeZone} /> <Until at={step.by} />
            </>
          )}
        </p>
      )}
      <div className="halves">
        <section className="card">
          <h2>{t('funnel')}</h2>
          <Ask of={progress}>
            {({ entries, compared, filesRead }) => (
              <>
                <Funnel entries={entries} call={call.id} />
                <p className="soft small" style={{ marginTop: 8 }}>
                  {t('compared', compared)} · {t('read', filesRead)}
                </p>
              </>
            )}
          </Ask>
        </section>
        <section className="card">
          <h2>{t('rounds')}</h2>
          <Ask of={rounds}>
            {(known) => (
              <>
                {known.rounds.length === 0 && <p className="soft">{t('noRounds')}</p>}
                {known.rounds.map(({ id, name, state }) => (
                  <div key={id} className="row apart" style={{ padding: '6px 0' }}>
                    <Link to={`/office/rounds/${id}`}>{named(name)}</Link>
                    <State of={state} />
                  </div>
                ))}
                {progress.data?.rounds.flatMap(({ round, name, steps: parts }) =>
                  parts.map(({ step: part, done, of }) => (
                    <p key={round + part} className="soft small" aria-live="polite">
                      {named(name)} · {part} {done}/{of}
                    </p>
                  )),
                )}
              </>
            )}
          </Ask>
        </section>
      </div>
      <section className="card">
        <h2>{t('timeline')}</h2>
        <Timeline calls={[call]} />
      </section>
    </div>
  );
}
