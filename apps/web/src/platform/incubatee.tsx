import { Link } from '@tanstack/react-router';
import { calls as api, type Answer, type Shown } from '../api/client.js';
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
import { When } from '../ui/when.js';
import { GapList } from './gap-list.js';
import { GraduateAct } from './graduate-act.js';
import { usePlatformWords } from './words.js';

type Incubatee = Answer<'/api/incubatees/{incubatee}'>;

/** A firm as its platform sees it: contract, signs, milestones, reports, what it is missing. */
export default function IncubateePage() {
  const [t, code, money, id, me] = [usePlatformWords(), useCodeName(), useMoney(), useParam('incubatee'), useMe()];
  const firm = api.useQuery('get', '/api/incubatees/{incubatee}', { params: { path: { incubatee: id } } });
  return (
    <Ask of={firm}>
      {(of) => {
        return (
          <Page
            title={of.firm ?? ''}
            crumbs={of.platform ? [{ to: `/platforms/${of.platform.id}`, name: of.platform.name }] : []}
            note={
              <span className="row">
                <State of={of.state} /> {of.field}
              </span>
            }
            actions={
              <>
                <Link to={`/projects/${of.project}`}>{t('openFirm')} →</Link>
                {runs(me, 'platform-manager', of.platform?.id) && of.state === 'admitted' && <Doing of={of} />}
              </>
            }
          >
            <div className="stack wide">
              <div className="halves">
                <section className="card stack">
                  <Facts
                    of={[
                      [t('contract'), of.contractFrom && `${of.contractFrom} – ${of.contractTo ?? ''}`],
                      [t('creditCode'), of.creditCode],
                      [t('registeredOn'), of.registeredOn],
                      [t('graduate'), of.graduatedOn],
                    ]}
                  />
                  {of.signs.map(({ flag, seen, limit }) => (
                    <p key={flag} className="note warn">
                      {code(flag)} <span className="soft small">{seen !== null && t('seen', { n: seen, limit })}</span>
                    </p>
                  ))}
                  {of.acted.map(({ did, at }) => (
                    <p key={at} className="soft small">
                      <When at={at} dateOnly /> {did}
                    </p>
                  ))}
                </section>
                {of.state === 'admitted' && (
                  <section className="card stack">
                    <h2>{t('graduation')}</h2>
                    <GapList of={of} />
                  </section>
                )}
              </div>
              <Table
                title={t('milestones')}
                rows={of.milestones}
                keyOf={(one) => one.id}
                empty={t('nothing')}
                columns={[
                  { title: t('title'), show: ({ title }) => title },
                  { title: t('due'), show: ({ dueOn }) => dueOn },
                  { title: t('state'), show: ({ reachedOn }) => reachedOn ?? '—' },
                ]}
              />
              <Table
                title={t('reports')}
                rows={[...of.reports].reverse()}
                keyOf={({ period }) => period}
                empty={t('nothing')}
                columns={[
                  { title: t('period'), show: ({ period }) => period },
                  { title: t('revenue'), number: true, show: ({ figures }) => money(figures['revenue']) },
                  { title: t('research'), number: true, show: ({ figures }) => money(figures['research']) },
                  { title: t('staff'), number: true, show: ({ figures }) => figures['staff'] ?? '—' },
                  { title: t('state'), show: ({ late }) => <span className={`tag ${late ? 'warn' : 'good'}`}>{t(late ? 'late' : 'inTime')}</span> },
                ]}
              />
            </div>
          </Page>
        );
      }}
    </Ask>
  );
}

function Doing({ of }: { of: Incubatee }) {
  const t = usePlatformWords();
  const path = { params: { path: { incubatee: of.id } } };
  const extend = api.useMutation('post', '/api/incubatees/{incubatee}/extend');
  const set = api.useMutation('post', '/api/incubatees/{incubatee}/milestones');
  const letGo = api.useMutation('post', '/api/incubatees/{incubatee}/let-go');
  return (
    <>
      <GraduateAct of={of} />
      <Act<Pick<Shown['SetMilestone'], 'title' | 'dueOn'>>
        name={t('milestone')}
        fields={[
          { key: 'title', label: t('title'), as: 'text' },
          { key: 'dueOn', label: t('due'), as: 'day' },
        ]}
        send={(body) => set.mutateAsync({ ...path, body })}
      />
      <Act<Shown['ExtendContract']>
        name={t('extend')}
        fields={[
          { key: 'to', label: t('to'), as: 'day' },
          { key: 'reason', label: t('reason'), as: 'long' },
        ]}
        send={(body) => extend.mutateAsync({ ...path, body })}
      />
      <Act<Shown['LetIncubateeGo']> name={t('letGo')} danger fields={[{ key: 'reason', label: t('reason'), as: 'long' }]} send={(body) => letGo.mutateAsync({ ...path, body })} />
    </>
  );
}
