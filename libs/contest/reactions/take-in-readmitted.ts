import { reaction } from '#platform';
import { entryReadmitted } from '../domain/entry.js';
import { roundBeingScored, roundMachine, roundReopened, sheetMachine, sheetRestored } from '../domain/judging.js';
import { layOut } from '../facts/lay-out.js';

export const takeInReadmitted = reaction({
  name: 'take-in-readmitted',
  summary: 'Takes a readmitted entry into the round again: what was marked counts, judges have their sheets, others are found for the rest.',
  on: [entryReadmitted],
  async react(c, { aggregate: entry, payload: { call } }) {
    const found = await c.tx.round.findFirst({ where: { districtId: c.district, callId: call, kind: 'judging', call: { aggregate: { state: 'judging' } } }, orderBy: [{ stage: 'desc' }, { id: 'desc' }] });
    if (!found || found.plan === null) return;
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
