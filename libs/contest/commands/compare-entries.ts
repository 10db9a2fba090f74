import { command, newId, Ref } from '#platform';
import { compared, comparedAlready, entryHidden, otherWay, sheetMachine, sheetSubmitted } from '../domain/judging.js';
import { planOfRound } from '../facts/round-plan.js';
import { roundTakesMarks } from '../facts/round-takes-marks.js';
import { roundKind } from './kinds.js';
import { ownSheets } from './submit-picks.js';

export class CompareEntries {
  @Ref() better!: string;
  @Ref() worse!: string;
}

export const compareEntries = command({
  name: 'compare-entries',
  summary: 'A judge says which of two entries is better; when he has compared as many pairs as the round asks for, he is done.',
  on: roundKind,
  may: 'judge',
  target: (input: CompareEntries & { round: string }) => input.round,
  async decide(c, { better, worse }, round) {
    await roundTakesMarks(c, round.id);
    const { way, comparisons = 0 } = planOfRound(round);
    if (way !== 'pairwise') c.refuse(otherWay, { way });
    const own = await ownSheets(c, round.id);
    const strange = [better, worse].find((entry) => !own.some(({ entryId }) => entryId === entry));
    if (strange !== undefined || better === worse) c.refuse(entryHidden, { entry: strange ?? better });
    const mine = { districtId: c.district, roundId: round.id, judgeId: c.person ?? c.district };
    if ((await c.tx.comparison.count({ where: { ...mine, OR: [{ better, worse }, { better: worse, worse: better }] } })) > 0) c.refuse(comparedAlready);
    await c.tx.comparison.create({ data: { ...mine, id: newId(), better, worse, at: c.now } });
    const done = await c.tx.comparison.count({ where: mine });
    c.announce(round.aggregate, compared({ judge: mine.judgeId, better, worse }));
    const enough = done >= Math.min(comparisons, (own.length * (own.length - 1)) / 2);
    if (enough) {
      for (const { aggregate, entryId, judgeId } of own)
        if (aggregate.state !== 'submitted') c.move(aggregate, sheetMachine.take('submit', aggregate.state, {}, [sheetSubmitted({ round: round.id, entry: entryId, judge: judgeId, marks: [] })]));
      await c.tx.scoreSheet.updateMany({ where: { districtId: c.district, id: { in: own.map(({ id }) => id) } }, data: { submittedAt: c.now } });
    }
    return { done, of: comparisons };
  },
});
