import { Button } from 'antd';
import { calls as api, type Shown as Bodies } from '../api/client.js';
import { holds, projectsOf, useMe } from '../api/session.js';
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
import { useFirmWords } from './words.js';
import { listed } from '../words.js';

/** A firm's technical problem: what is wrong, who may solve it and why, and how it was solved. */
export default function TechnicalProblem() {
  const [t, code, money, id, me] = [useFirmWords(), useCodeName(), useMoney(), useParam('problem'), useMe()];
  const path = { params: { path: { problem: id } } };
  const problem = api.useQuery('get', '/api/technical-problems/{problem}', path);
  const rate = api.useMutation('post', '/api/introductions/{introduction}/rate');
  const accept = api.useMutation('post', '/api/technical-problems/{problem}/accept');
  const introduces = holds(me, 'technology-manager') || holds(me, 'administrator');
  return (
    <Ask of={problem}>
      {(shown) => {
        const owns = projectsOf(me).has(shown.project);
        return (
          <Page
            title={shown.title}
            {...(owns && { crumbs: [{ to: `/firms/${shown.project}?tab=problems`, name: shown.firm }] })}
            note={
              <span className="row">
                <State of={shown.state} kind="problem" /> {shown.firm}
              </span>
            }
            actions={
              owns &&
              shown.state === 'solving' && (
                <Act<Bodies['AcceptSolution']>
                  name={t('accepts')}
                  type="primary"
                  fields={[
                    { key: 'on', label: t('solvedOn'), as: 'day' },
                    { key: 'solution', label: t('solution'), as: 'long' },
                    { key: 'rating', label: t('stars'), as: 'count', least: 1, most: 5 },
                  ]}
                  send={(body) => accept.mutateAsync({ ...path, body })}
                />
              )
            }
          >
            <div className="stack wide">
              <section className="card">
                <Facts
                  of={[
                    [t('field'), shown.field],
                    [t('symptoms'), shown.symptoms],
                    [t('tried'), shown.tried],
                    [t('goal'), shown.goal],
                    [t('urgency'), code(shown.urgency)],
                    [t('budget'), shown.budget && money(shown.budget)],
                    [t('neededBy'), shown.neededBy],
                    [t('solution'), shown.solution],
                    [t('solvedOn'), shown.solvedOn],
                  ]}
                />
              </section>
              <Table
                title={t('introduced')}
                rows={shown.introductions}
                keyOf={(one) => one.id}
                empty={t('nothing')}
                columns={[
                  { title: t('solver'), show: ({ solver }) => `${solver.name} · ${code(solver.kind)}` },
                  { title: t('notes'), show: ({ note }) => note ?? '—' },
                  { title: t('startsAt'), show: ({ at }) => <When at={at} dateOnly /> },
                  { title: t('state'), show: ({ state }) => <State of={state} kind="introduction" /> },
                  {
                    title: t('rate'),
                    show: ({ id: introduction, fits }) =>
                      fits !== null || !owns ? (
                        fits === null ? '—' : t(fits ? 'fits' : 'fitsNot')
                      ) : (
                        <span className="row">
                          {[true, false].map((says) => (
                            <Button key={String(says)} size="small" onClick={() => rate.mutate({ params: { path: { introduction } }, body: { fits: says } })}>
                              {t(says ? 'fits' : 'fitsNot')}
                            </Button>
                          ))}
                        </span>
                      ),
                  },
                ]}
              />
              {['stated', 'introduced'].includes(shown.state) && <Matches problem={id} introduces={introduces} />}
            </div>
          </Page>
        );
      }}
    </Ask>
  );
}

/** Who may solve it, each with why. */
function Matches({ problem, introduces }: { problem: string; introduces: boolean }) {
  const [t, code] = [useFirmWords(), useCodeName()];
  const matches = api.useQuery('get', '/api/technical-problems/{problem}/matches', { params: { path: { problem }, query: { limit: 10 } } });
  const introduce = api.useMutation('post', '/api/technical-problems/{problem}/introductions');
  return (
    <Ask of={matches}>
      {({ items }) => (
        <Table
          title={t('suggestions')}
          rows={items}
          keyOf={({ solver }) => solver.id}
          empty={t('nothing')}
          columns={[
            { title: t('solver'), show: ({ solver }) => `${solver.name}${solver.title === null ? '' : ` · ${solver.title}`} · ${code(solver.kind)}` },
            { title: t('field'), show: ({ solver }) => listed(solver.fields) },
            { title: t('match'), number: true, show: ({ score }) => score.toFixed(2) },
            {
              title: t('why'),
              show: ({ sameField, likeProven, words }) => [sameField && t('sameField'), likeProven > 0 && t('proven'), words.length > 0 && t('words', { words: words.slice(0, 6).map(({ word }) => word).join(' ') })].filter(Boolean).join('；'),
            },
            {
              title: t('introduced'),
              show: ({ asked, solver }) =>
                asked !== null ? (
                  <State of={asked} kind="introduction" />
                ) : introduces ? (
                  <Act<Bodies['IntroduceSolver']> name={t('introduced')} size="small" fields={[{ key: 'note', label: t('notes'), as: 'long', optional: true }]} send={(body) => introduce.mutateAsync({ params: { path: { problem } }, body: { ...body, solver: solver.id } })} />
                ) : (
                  '—'
                ),
            },
          ]}
        />
      )}
    </Ask>
  );
}
