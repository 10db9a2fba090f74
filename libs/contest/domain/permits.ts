import { scopesOf, type Permits } from '#platform';

/** Anyone sees published calls; who is signed in may enter; teams act on their own entries, judges on their own sheets. */
export const contestPermits: Permits = (actor, allow) => {
  allow(['read'], 'Contest');
  allow(['read'], 'Call', { aggregate: { is: { state: { not: 'draft' } } } });
  if (actor.kind !== 'person') return;
  allow(['enter'], 'Call', { aggregate: { is: { state: { not: 'draft' } } } });
  const own = scopesOf(actor, 'team');
  if (own.length > 0) allow(['read', 'change', 'submit', 'withdraw'], 'Entry', { projectId: { in: own } });
  allow(['read', 'answer'], 'JudgeInvitation', { judgeId: actor.id });
  const judged = scopesOf(actor, 'judge');
  if (judged.length > 0) allow(['read', 'score'], 'ScoreSheet', { judgeId: actor.id, round: { is: { callId: { in: judged }, aggregate: { is: { state: { not: 'proposed' } } } } } });
};
