import type { Context } from '#platform';
import { roundBeingScored, roundClosed, roundMachine, roundReopened } from '../domain/judging.js';

/** Has a ranked round ranked anew, after an entry has left it; one still being judged is left as it is. */
export async function rankAgain(c: Context, id: string): Promise<void> {
  await c.lock(id);
  const { aggregate, callId: call } = await c.tx.round.findUniqueOrThrow({ where: c.key(id), include: { aggregate: true } });
  if (aggregate.state === 'ranked') c.move(aggregate, roundMachine.take('score-again', aggregate.state, {}, [roundClosed({ call })]));
}

/**
 * Takes back the totals of entries whose marks no longer all count, and lets a ranked round be judged again.
 * @throws Refused while the round is being scored: to be tried again when it is
 */
export async function judgeAgain(c: Context, id: string, entries: readonly string[]): Promise<void> {
  await c.lock(id);
  const { aggregate, call } = await c.tx.round.findUniqueOrThrow({ where: c.key(id), include: { aggregate: true, call: true } });
  if (aggregate.state === 'closed') c.refuse(roundBeingScored);
  await c.tx.standing.updateMany({ where: { districtId: c.district, roundId: id, entryId: { in: [...entries] } }, data: { scoredAt: null, total: null, rank: null } });
  if (aggregate.state === 'ranked') c.move(aggregate, roundMachine.take('reopen', aggregate.state, {}, [roundReopened({ call: call.id, round: id, callName: call.name, entries: entries.length })]));
}
