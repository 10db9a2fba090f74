import { Link } from '@tanstack/react-router';
import { calls as api, type Shown } from '../api/client.js';
import { runs, useMe } from '../api/session.js';
import { Act } from '../ui/act.js';
import { Ask } from '../ui/ask.js';
import { useCodeName } from '../ui/codes.js';
import { Facts } from '../ui/facts.js';
import { Page } from '../ui/page.js';
import { useParam } from '../ui/param.js';
import { useMoney } from '../ui/quantity.js';
import { State } from '../ui/state.js';
import { Table } from '../ui/table.js';
import { Advance } from './advance.js';
import { SitesThatFit } from './sites-that-fit.js';
import type { Deal } from './types.js';
import { useParkWords } from './words.js';
import { Yields } from './yields.js';

/** A deal from the intent to what it yields: what was promised, how far it is, what it gives. */
export default function DealPage() {
  const id = useParam('deal');
  const deal = api.useQuery('get', '/api/deals/{deal}', { params: { path: { deal: id } } });
  return <Ask of={deal}>{(shown) => <Whole of={shown} />}</Ask>;
}

function Whole({ of }: { of: Deal }) {
  const [t, code, money] = [useParkWords(), useCodeName(), useMoney()];
  const keeps = runs(useMe(), 'park-manager', of.park.id);
  const end = api.useMutation('post', '/api/deals/{deal}/end');
  const path = { params: { path: { deal: of.id } } };
  const closed = of.state === 'ended' || of.state === 'above-scale';
  return (
    <Page
      title={of.firm}
      crumbs={[{ to: `/parks/${of.park.id}?tab=deals`, name: of.park.name }]}
      note={
        <span className="row">
          <State of={of.state} kind="deal" /> {code(of.industry)}
        </span>
      }
      actions={
        <>
          <Link to={`/projects/${of.project}`}>{t('project')} →</Link>
          {keeps && !closed && <Act<Shown['EndDeal']> name={t('endDeal')} danger fields={[{ key: 'reason', label: t('reason'), as: 'long' }]} send={(body) => end.mutateAsync({ ...path, body })} />}
        </>
      }
    >
      <div className="stack wide">
        <div className="halves">
          <section className="card stack">
            <h2>{t('promise')}</h2>
            <Facts
              of={[
                [code('investment'), `${money(of.promised.investment)}${of.promised.investedBy === null ? '' : ` · ${of.promised.investedBy}`}`],
                [code('output'), `${money(of.promised.output)}${of.promised.yieldBy === null ? '' : ` · ${of.promised.yieldBy}`}`],
                [code('tax'), money(of.promised.tax)],
                [code('jobs'), of.promised.jobs],
                [t('declaredOn'), of.declaredOn],
                [t('landOf'), of.site && `${of.site.code} · ${of.site.area.toLocaleString('en')} m² · ${t('mu', { n: of.site.mu })}`],
                [t('consequences'), of.consequences.map(({ belowPercent, follows }) => t('below', { percent: belowPercent, follows })).join('；')],
              ]}
            />
          </section>
          <Commitment of={of} />
        </div>
        <Table
          title={t('chart')}
          rows={of.steps}
          keyOf={({ step }) => step}
          empty={t('nothing')}
          actions={keeps && of.next.map((next) => <Advance key={next.step} deal={of} next={next} />)}
          columns={[
            { title: t('step'), show: ({ step }) => code(step) },
            { title: t('plannedOn'), show: ({ plannedOn }) => plannedOn ?? '—' },
            { title: t('on'), show: ({ on, late }) => (on === null ? '—' : late ? <>{on} <span className="tag warn">{t('enteredLate')}</span></> : on) },
            {
              title: t('evidence'),
              show: ({ evidence }) =>
                evidence.length === 0
                  ? '—'
                  : evidence.map(({ kind, document }) => (
                      <a key={document} href={`/api/deals/${of.id}/papers/${document}`} style={{ marginRight: 10 }}>
                        {code(kind)}
                      </a>
                    )),
            },
          ]}
        />
        {keeps && ['intent', 'negotiating'].includes(of.state) && <SitesThatFit deal={of} />}
        <Yields of={of} />
        {of.progress.length > 0 && (
          <Table
            title={t('progress')}
            rows={of.progress}
            keyOf={({ on, note }) => on + note}
            empty={t('nothing')}
            columns={[
              { title: t('on'), show: ({ on }) => on },
              { title: t('percentDone'), number: true, show: ({ percent }) => `${percent} %` },
              { title: t('note'), show: ({ note }) => note },
            ]}
          />
        )}
        {of.changes.length > 0 && (
          <Table
            title={t('changes')}
            rows={of.changes}
            keyOf={({ kind, on }) => kind + on}
            empty={t('nothing')}
            columns={[
              { title: t('on'), show: ({ on }) => on },
              { title: t('kind'), show: ({ kind }) => kind },
              { title: t('reason'), show: ({ reason }) => reason },
            ]}
          />
        )}
      </div>
    </Page>
  );
}

/** What was promised against what the reports say, by quantity. */
function Commitment({ of: { quarters, promised } }: { of: Deal }) {
  const [t, code, money] = [useParkWords(), useCodeName(), useMoney()];
  const current = quarters.filter((quarter) => quarter.current);
  const year = current.at(-1)?.quarter.slice(0, 4);
  const ofYear = current.filter(({ quarter }) => quarter.slice(0, 4) === year);
  const sum = (rows: Deal['quarters'], what: 'output' | 'tax' | 'investment') => rows.reduce((total, row) => total + row[what], 0);
  const lines = [
    ['investment', promised.investment, sum(current, 'investment')],
    ['output', promised.output, sum(ofYear, 'output')],
    ['tax', promised.tax, sum(ofYear, 'tax')],
    ['jobs', promised.jobs, current.at(-1)?.jobs ?? 0],
  ] as const;
  return (
    <section className="card stack">
      <h2>
        {t('actual')} {year !== undefined && <span className="soft small">{year}</span>}
      </h2>
      {current.length === 0 ? (
        <p className="soft">{t('nothing')}</p>
      ) : (
        lines.map(([what, target, actual]) => (
          <div key={what}>
            <div className="row apart">
              <span>{code(what)}</span>
              <span className="number">
                {what === 'jobs' ? actual : money(actual)} <span className="soft small">/ {what === 'jobs' ? target : money(target)}</span>
              </span>
            </div>
            <div className="bar">
              <i style={{ width: `${Math.min(100, (100 * actual) / Math.max(1, target))}%` }} />
            </div>
          </div>
        ))
      )}
    </section>
  );
}
