import { reaction, type Context } from '#platform';
import { entryReadmitted } from '../domain/entry.js';
import { roundBeingScored, roundMachine, roundReopened, sheetMachine, sheetRestored } from '../domain/judging.js';
import type { RoundPlan } from '../domain/round-plan.js';
import { layOut } from '../facts/lay-out.js';

export const takeInReadmitted = reaction({
  name: 'take-in-readmitted',
  summary: 'Takes a readmitted entry into the round again: what was marked counts, judges have their sheets, others are found for the rest.',
  on: [entryReadmitted],
  async react(c, { aggregate: entry, payload: { call } }) {
    const found = await roundFor(c, entry, call);
    if (!found) return;
    await c.lock(found.id);
    const round = await c.tx.round.findUniqueOrThrow({ where: c.key(found.id), include: { aggregate: true, call: true } });
    if (round.aggregate.state === 'closed') c.refuse(roundBeingScored);
    await layOut(c, round, [entry]);
    const sheets = await c.tx.scoreSheet.findMany({ where: { districtId: c.district, roundId: round.id, entryId: entry, pulled: 'entry-out' }, include: { aggregate: true } });
    for (const { id, aggregate, judgeId, submittedAt } of sheets) {
      c.move(aggregate, sheetMachine.take(submittedAt === null ? 'give-back' : 'count-again', aggregate.state, {}, [sheetRestored({ round: round.id, entry, judge: judgeId })]));
      await c.tx.scoreSheet.update({ where: c.key(id), data: { pulled: null } });
    }
    const announced = roundReopened({ call, round: round.id, callName: round.call.name, entries: 1 });
    if (round.aggregate.state === 'ranked') c.move(round.aggregate, roundMachine.take('reopen', round.aggregate.state, {}, [announced]));
    else c.announce(round.aggregate, announced);
  },
});

/**
 * The round that the entry left, where it is not decided yet; one that left before any round, or was never in one, comes
 * into the first. Nothing where its round is decided: whoever missed it can't be in the next.
 */
async function roundFor(c: Context, entry: string, call: string): Promise<{ id: string } | undefined> {
  const open = await c.tx.round.findMany({ where: { districtId: c.district, callId: call, kind: 'judging', call: { aggregate: { state: 'judging' } }, aggregate: { state: { in: ['judging', 'closed', 'ranked'] } } }, include: { sheets: { where: { entryId: entry, pulled: 'entry-out' }, select: { id: true } } }, orderBy: [{ stage: 'desc' }, { id: 'desc' }] });
  const rounds = open.filter(({ plan }) => plan !== null && (plan as unknown as RoundPlan).way !== 'public-vote');
  return rounds.find(({ sheets }) => sheets.length > 0) ?? rounds.find(({ stage }) => stage === 0);
}
