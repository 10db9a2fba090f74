import { calls as api } from '../api/client.js';
import { useMe } from '../api/session.js';
import type { Todo } from './todo.js';
import { useNamed } from '../ui/named.js';
import { useStartWords } from './words.js';

const MANY = { params: { query: { limit: 200 } } } as const;

/** What waits for someone as a contestant, as a judge, and as the winner of a contest. */
export function useOwnTodos(): readonly Todo[] {
  const [t, named, me] = [useStartWords(), useNamed(), useMe()];
  const calls = new Map(api.useQuery('get', '/api/calls', { params: { query: { limit: 1000 } } }).data?.items.map((call) => [call.id, call]));
  const mine = new Set(me?.grants.filter(({ role }) => role === 'team').map(({ scope }) => scope));
  const entries = api.useQuery('get', '/api/entries', MANY).data?.items.filter(({ project }) => mine.has(project)) ?? [];
  const invitations = api.useQuery('get', '/api/judge-invitations', MANY).data?.items ?? [];
  const rounds = api.useQuery('get', '/api/judging').data?.items ?? [];
  const incubatees = api.useQuery('get', '/api/incubatees', MANY).data?.items.filter(({ project }) => mine.has(project)) ?? [];

  return [
    ...entries.flatMap(({ id, title, call, state }): Todo[] => {
      const of = calls.get(call);
      if (state === 'draft' && of?.state === 'open') return [{ key: id, text: t('handIn', { title }), to: `/entries/${id}`, by: of.closesAt, zone: of.timeZone }];
      return state === 'returned' ? [{ key: id, text: t('correct', { title }), to: `/entries/${id}`, by: null }] : [];
    }),
    ...invitations.flatMap(({ id, callName, call, judge, state, respondBy }): Todo[] => {
      if (judge !== me?.id) return [];
      if (state === 'invited') return [{ key: id, text: t('answerInvitation', { call: named(callName) }), to: '/judging', by: respondBy }];
      return state === 'accepted' && calls.get(call)?.state === 'closed' ? [{ key: id, text: t('declare', { call: named(callName) }), to: `/judging/invitations/${id}`, by: null }] : [];
    }),
    ...rounds.flatMap(({ id, callName, state, done, of, judgeBy, timeZone }): Todo[] => (state === 'judging' && done < of ? [{ key: id, text: t('judge', { call: named(callName), left: of - done }), to: `/judging/rounds/${id}`, by: judgeBy, zone: timeZone }] : [])),
    ...incubatees.flatMap(({ id, firm, state }): Todo[] => (state === 'offered' ? [{ key: id, text: t('answerOffer', { firm: firm ?? '' }), to: `/offers/${id}`, by: null }] : [])),
  ];
}
