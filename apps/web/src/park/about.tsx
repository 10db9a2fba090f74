import { Link } from '@tanstack/react-router';
import type { Answer } from '../api/client.js';
import { useCodeName } from '../ui/codes.js';
import { Table } from '../ui/table.js';
import { useParkWords } from './words.js';

/** What a park is: what lies in it, how it was recognised, what is being built, what it shares. */
export default function About({ of }: { of: Answer<'/api/parks/{park}'> }) {
  const [t, code] = [useParkWords(), useCodeName()];
  return (
    <div className="stack wide">
      {of.children.length > 0 && (
        <section className="card">
          <h2>{t('parks')}</h2>
          {of.children.map(({ id, name, kind }) => (
            <p key={id}>
              <Link to={`/parks/${id}`}>{name}</Link> <span className="soft">{code(kind)}</span>
            </p>
          ))}
        </section>
      )}
      <Table
        title={t('tasks')}
        rows={of.tasks}
        keyOf={({ id }) => id}
        empty={t('nothing')}
        columns={[
          { title: t('task'), show: ({ title }) => title },
          { title: t('dueOn'), show: ({ dueOn, late }) => (late ? <span className="bad">{`${dueOn} · ${t('late')}`}</span> : dueOn) },
          { title: t('doneOn'), show: ({ doneOn }) => doneOn ?? '—' },
        ]}
      />
      <Table
        title={t('steps')}
        rows={of.steps}
        keyOf={({ act, on }) => act + on}
        empty={t('nothing')}
        columns={[
          { title: t('step'), show: ({ act }) => act },
          { title: t('level'), show: ({ level }) => code(level) },
          { title: t('on'), show: ({ on }) => on },
          { title: t('document'), show: ({ paper }) => paper },
        ]}
      />
      {of.shares.length > 0 && (
        <Table
          title={t('shares')}
          rows={of.shares}
          keyOf={({ year }) => year ?? ''}
          empty={t('nothing')}
          columns={[
            { title: t('year'), show: ({ year }) => year ?? '—' },
            { title: t('output'), number: true, show: ({ output }) => output / 100 },
            { title: t('tax'), number: true, show: ({ tax }) => tax / 100 },
            { title: t('emission'), number: true, show: ({ emission }) => emission / 100 },
          ]}
        />
      )}
    </div>
  );
}
