import { Link } from '@tanstack/react-router';
import { calls as api, type Answer } from '../../api/client.js';
import { Ask, Empty } from '../../ui/ask.js';
import { useNamed } from '../../ui/named.js';
import { useParam } from '../../ui/param.js';
import { Page } from '../../ui/page.js';
import { State } from '../../ui/state.js';
import { Until, When } from '../../ui/when.js';
import { nextStep, useStepWords } from '../next-step.js';
import { useOfficeWords } from '../words.js';
import { About } from './about.js';
import { Funnel } from './funnel.js';
import { Timeline } from './timeline.js';
import { LinkButton } from '../../ui/link-button.js';

type Call = Answer<'/api/calls/{call}'>;

/** An edition at a glance: its dates, how far each call's entries have come, and what each waits for. */
export default function ContestBoard() {
  const [t, named, id] = [useOfficeWords(), useNamed(), useParam('contest')];
  const contests = api.useQuery('get', '/api/contests', { params: { query: { limit: 500 } } });
  const calls = api.useQuery('get', '/api/calls', { params: { query: { limit: 1000 } } });
  const contest = contests.data?.items.find((one) => one.id === id);
  return (
    <Page
      title={contest ? t('editionOf', { name: named(contest.name), n: contest.edition }) : t('board')}
      crumbs={[{ to: '/office', name: t('contests') }]}
      note={contest && <State of={contest.state} />}
      actions={
        <>
          {contest && <About contest={contest} />}
          <LinkButton to={`/office/contests/${id}/calls/new`} color="primary" variant="solid">{t('addCall')}</LinkButton>
        </>
      }
    >
      <Ask of={calls}>
        {({ items }) => {
          const own = items.filter((call) => call.contest.id === id);
          if (own.length === 0) return <Empty text={t('noCalls')} />;
          return (
            <div className="stack wide">
              <section className="card">
                <h2>{t('timeline')}</h2>
                <Timeline calls={own} />
              </section>
              {own.map((call) => (
                <CallOnBoard key={call.id} call={call} />
              ))}
            </div>
          );
        }}
      </Ask>
    </Page>
  );
}

function CallOnBoard({ call }: { call: Call }) {
  const [t, steps, named] = [useOfficeWords(), useStepWords(), useNamed()];
  const path = { params: { path: { call: call.id } } };
  const progress = api.useQuery('get', '/api/calls/{call}/progress', path);
  const rounds = api.useQuery('get', '/api/calls/{call}/rounds', path);
  const findings = api.useQuery('get', '/api/calls/{call}/findings', path);
  const near = api.useQuery('get', '/api/calls/{call}/near-duplicates', path);
  const objections = api.useQuery('get', '/api/calls/{call}/objections', path);
  const step = nextStep(call, rounds.data?.rounds ?? []);
  const at = (tab: string) => `/office/calls/${call.id}?tab=${tab}`;
  const unsettled = findings.data?.items.filter(({ clearedAt }) => clearedAt === null).length ?? 0;
  const alike = near.data?.items.filter(({ dismissedBy }) => dismissedBy === null).length ?? 0;
  const filed = objections.data?.items.filter(({ state }) => state === 'filed').length ?? 0;
  return (
    <section className="card stack">
      <div className="row apart">
        <h2>
          <Link to={`/office/calls/${call.id}`}>{named(call.name)}</Link>
        </h2>
        <State of={call.state} />
      </div>
      {progress.data && <Funnel entries={progress.data.entries} call={call.id} />}
      <h3>{t('blocks')}</h3>
      <ul className="stack tight" style={{ listStyle: 'none', padding: 0 }}>
        {step && (
          <li className="row">
            <span className="tag on">→</span>
            <Link to={step.to}>{steps(step.words)}</Link>
            {step.by !== null && (
              <span className="row soft small">
                <When at={step.by} zone={call.timeZone} /> <Until at={step.by} />
              </span>
            )}
          </li>
        )}
        {unsettled > 0 && <li><Link to={at('names')}>{t('unsettled', { count: unsettled })}</Link></li>}
        {alike > 0 && <li><Link to={at('near')}>{t('duplicates', { count: alike })}</Link></li>}
        {filed > 0 && <li><Link to={at('objections')}>{t('objectionsOpen', { count: filed })}</Link></li>}
        {progress.data && (progress.data.compared.done < progress.data.compared.of || progress.data.filesRead.done < progress.data.filesRead.of) && (
          <li className="soft" aria-live="polite">
            {t('compared', progress.data.compared)} · {t('read', progress.data.filesRead)}
          </li>
        )}
      </ul>
      {(rounds.data?.rounds.length ?? 0) > 0 && (
        <div className="row">
          {rounds.data!.rounds.map(({ id, name, state }) => (
            <Link key={id} to={`/office/rounds/${id}`} className="tag">
              {named(name)} · <State of={state} />
            </Link>
          ))}
        </div>
      )}
    </section>
  );
}
