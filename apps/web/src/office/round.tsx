import { useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { calls as api } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { useNamed } from '../ui/named.js';
import { useParam } from '../ui/param.js';
import { Page } from '../ui/page.js';
import { State } from '../ui/state.js';
import { TabLinks } from '../ui/tab-links.js';
import { useSure } from '../ui/sure.js';
import { Until, When } from '../ui/when.js';
import { useRoundWords } from './round/words.js';
import { useOfficeWords } from './words.js';

const TABS = {
  assignment: lazy(() => import('./round/assignment.js')),
  monitor: lazy(() => import('./round/monitor.js')),
  ranking: lazy(() => import('./round/ranking.js')),
  whatIf: lazy(() => import('./round/what-if.js')),
  raters: lazy(() => import('./round/raters.js')),
  feedback: lazy(() => import('./round/feedback.js')),
  messages: lazy(() => import('./round/messages.js')),
  pitch: lazy(() => import('./round/control-desk.js')),
} as const;

type Tab = keyof typeof TABS;

const FIRST: Readonly<Record<string, Tab>> = { solving: 'assignment', unsolvable: 'assignment', proposed: 'assignment', judging: 'monitor' };

/** A round as the office runs it, from the assignment to who goes on. */
export default function OfficeRound() {
  const [t, office, named, sure, id] = [useRoundWords(), useOfficeWords(), useNamed(), useSure(), useParam('round')];
  const { tab } = useSearch({ strict: false }) as { tab?: Tab };
  const path = { params: { path: { round: id } } };
  const round = api.useQuery('get', '/api/rounds/{round}', path);
  const call = api.useQuery('get', '/api/calls/{call}', { params: { path: { call: round.data?.call ?? '' } } }, { enabled: round.data !== undefined });
  const open = api.useMutation('post', '/api/rounds/{round}/open');
  const close = api.useMutation('post', '/api/rounds/{round}/close');
  return (
    <Ask of={round}>
      {(shown) => {
        const { state, plan, judgeBy, name } = shown;
        const at = tab ?? (plan?.pitch && state === 'judging' ? 'pitch' : (FIRST[state] ?? 'ranking'));
        const Shown = Object.hasOwn(TABS, at) ? TABS[at] : TABS.ranking;
        const tabs = (Object.keys(TABS) as Tab[]).filter((key) => key !== 'pitch' || plan?.pitch !== undefined);
        return (
          <Page
            title={named(name)}
            crumbs={call.data ? [{ to: `/office/contests/${call.data.contest.id}`, name: office('editionOf', { name: named(call.data.contest.name), n: call.data.contest.edition }) }, { to: `/office/calls/${call.data.id}`, name: named(call.data.name) }] : []}
            note={
              <span className="row">
                <State of={state} />
                {judgeBy !== null && state === 'judging' && (
                  <>
                    <When at={judgeBy} zone={call.data?.timeZone} /> <Until at={judgeBy} />
                  </>
                )}
              </span>
            }
            actions={
              <>
                {state === 'proposed' && (
                  <Button type="primary" onClick={() => sure(t('openRound'), t('openSure'), () => open.mutateAsync(path))}>
                    {t('openRound')}
                  </Button>
                )}
                {state === 'judging' && <Button onClick={() => sure(t('closeRound'), t('closeSure'), () => close.mutateAsync(path))}>{t('closeRound')}</Button>}
              </>
            }
          >
            <TabLinks label={named(name)} at={at} tabs={tabs.map((key) => ({ key, name: t(key) }))} />
            <Suspense>
              <Shown round={shown} zone={call.data?.timeZone} />
            </Suspense>
          </Page>
        );
      }}
    </Ask>
  );
}
