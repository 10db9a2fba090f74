import { Link } from '@tanstack/react-router';
import { calls as api, type Answer } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { useCodeName } from '../ui/codes.js';
import { Facts } from '../ui/facts.js';
import { useMoney } from '../ui/quantity.js';
import { State } from '../ui/state.js';
import { Until } from '../ui/when.js';
import { Table } from '../ui/table.js';
import { useFirmWords } from './words.js';
import { listed } from '../words.js';

export type Shown = Answer<'/api/incubatees/{incubatee}'>;

/** Where a firm is in incubation, what to look out for, and its rooms. */
export function Overview({ of }: { of: Shown }) {
  const [t, code] = [useFirmWords(), useCodeName()];
  return (
    <div className="stack wide">
      <div className="halves">
        <section className="card">
          <h2>{t('overview')}</h2>
          <Facts
            of={[
              [t('platform'), of.platform?.name],
              [t('contract'), of.contractFrom && `${of.contractFrom} – ${of.contractTo ?? ''}`],
              [t('creditCode'), of.creditCode],
              [t('registeredOn'), of.registeredOn],
              [t('field'), of.field],
              [t('graduatedOn'), of.graduatedOn],
              [t('certificate'), of.certificate && <Link to={`/graduates/${of.certificate}`}>{of.certificate}</Link>],
            ]}
          />
        </section>
        <Next incubatee={of.id} />
      </div>
      <Rooms incubatee={of.id} />
      <Table
        title={t('way')}
        rows={of.way}
        keyOf={({ as, from }) => as + from}
        empty={t('nothing')}
        columns={[
          { title: t('state'), show: ({ as }) => code(as) },
          { title: t('platform'), show: ({ platform }) => platform ?? '—' },
          { title: t('from'), show: ({ from }) => from },
          { title: t('until'), show: ({ until }) => until ?? '—' },
        ]}
      />
    </div>
  );
}

/** The report that is asked for next. */
function Next({ incubatee }: { incubatee: string }) {
  const t = useFirmWords();
  const next = api.useQuery('get', '/api/incubatees/{incubatee}/reports/next', { params: { path: { incubatee } } });
  return (
    <section className="card stack">
      <h2>{t('reports')}</h2>
      <Ask of={next} rows={2}>
        {({ period, dueOn, late }) => (
          <>
            <p className="row">
              {t('nextReport', { period })} · {t('dueOn')} {dueOn} <Until at={`${dueOn}T23:59:59+08:00`} />
            </p>
            {late.length > 0 && <p className="note bad">{t('lateReports', { periods: listed(late) })}</p>}
            <Link to="." search={{ tab: 'reports' } as never}>{t('file')} →</Link>
          </>
        )}
      </Ask>
    </section>
  );
}

function Rooms({ incubatee }: { incubatee: string }) {
  const [t, money] = [useFirmWords(), useMoney()];
  const leases = api.useQuery('get', '/api/leases', { params: { query: { limit: 1000 } } });
  return (
    <Ask of={leases}>
      {({ items }) => (
        <Table
          title={t('rooms')}
          rows={items.filter((lease) => lease.incubatee === incubatee)}
          keyOf={({ id }) => id}
          empty={t('noRooms')}
          columns={[
            { title: t('room'), show: ({ unit, area }) => `${unit} · ${area} m²` },
            { title: t('from'), show: ({ from }) => from },
            { title: t('until'), show: ({ to }) => to },
            { title: t('rent'), number: true, show: ({ rent }) => money(rent) },
            { title: t('owed'), number: true, show: ({ owed }) => money(owed) },
            { title: t('paid'), number: true, show: ({ paid }) => money(paid) },
            { title: t('left'), number: true, show: ({ left }) => money(left) },
            { title: t('state'), show: ({ state }) => <State of={state} kind="lease" /> },
          ]}
        />
      )}
    </Ask>
  );
}
