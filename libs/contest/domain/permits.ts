import { scopesOf, type Permits } from '#platform';

/**
 * Anyone sees published calls; who is signed in may enter and ask; a team writes on its own entries and its owner hands
 * them in; judges see their own sheets. Who runs the office sees neither judges nor marks of entries he is too near to.
 */
export const contestPermits: Permits = (actor, allow, forbid) => {
  allow(['read'], 'Contest');
  allow(['read'], 'Call', { aggregate: { is: { state: { not: 'draft' } } } });
  allow(['read'], 'Question', { forAll: true });
  // Who has the link that was mailed to a judge answers for him.
  allow(['answer-by-link'], 'JudgeInvitation');
  if (actor.kind !== 'person') return;
  allow(['enter', 'object', 'vote'], 'Call', { aggregate: { is: { state: { not: 'draft' } } } });
  allow(['read'], 'Question', { askedBy: actor.id });
  allow(['read'], 'Objection', { personId: actor.id });
  const own = scopesOf(actor, 'team');
  if (own.length > 0) {
    allow(['read', 'change'], 'Entry', { projectId: { in: own } });
    allow(['read'], 'Award', { entry: { is: { projectId: { in: own } } } });
  }
  const led = scopesOf(actor, 'owner');
  if (led.length > 0) allow(['submit', 'withdraw', 'carry-over'], 'Entry', { projectId: { in: led } });
  allow(['vote'], 'Round', { kind: 'judging' });
  allow(['read', 'answer', 'bid'], 'JudgeInvitation', { judgeId: actor.id });
  allow(['read'], 'Meeting', { members: { has: actor.id } });
  const judged = scopesOf(actor, 'judge');
  if (judged.length > 0) allow(['judge'], 'Round', { callId: { in: judged } });
  if (judged.length > 0) allow(['read', 'score', 'declare-conflict'], 'ScoreSheet', { judgeId: actor.id, pulled: null, round: { is: { callId: { in: judged } } } });
  if (actor.recused.length > 0) {
    const near = { projectId: { in: [...actor.recused] } };
    forbid(['read-marks', 'read-judges', 'assign', 'return', 'disqualify', 'redact', 'advance'], 'Entry', near);
    forbid(['read', 'answer'], 'Objection', { entry: { is: near } });
    forbid(['read', 'score', 'reopen'], 'ScoreSheet', { entry: { is: near } });
  }
};
