import { command, Refs, type Context } from '#platform';
import { otherWay, picksWrong, sheetMachine, sheetSubmitted } from '../domain/judging.js';
import { PICK } from '../domain/round-ranking.js';
import { putMarks } from '../facts/put-marks.js';
import { planOfRound } from '../facts/round-plan.js';
import { roundTakesMarks } from '../facts/round-takes-marks.js';
import { roundKind } from './kinds.js';

export class SubmitPicks {
  @Refs({ max: 100, description: 'Score sheets, the best first' }) sheets!: string[];
}

export const submitPicks = command({
  name: 'submit-picks',
  summary: 'A judge ranks the best of his entries; until the round closes he may rank them anew. Counted by single transferable vote.',
  on: roundKind,
  may: 'judge',
  exclusive: false,
  target: (input: SubmitPicks & { round: string }) => input.round,
  async decide(c, { sheets: picked }, round) {
    await roundTakesMarks(c, round.id);
    const { way, picks = 0 } = planOfRound(round);
    if (way !== 'picks') c.refuse(otherWay, { way });
    const own = await ownSheets(c, round.id);
    const strange = picked.filter((sheet, n) => picked.indexOf(sheet) !== n || !own.some(({ id }) => id === sheet));
    if (strange.length > 0 || picked.length > picks) c.refuse(picksWrong, { most: picks });
    await c.tx.mark.deleteMany({ where: { districtId: c.district, sheetId: { in: own.map(({ id }) => id) } } });
    const place = (sheet: string) => picked.indexOf(sheet) + 1;
    await putMarks(c, round.id, own.map(({ id, entryId }) => ({ sheet: id, entry: entryId, marks: [{ criterion: PICK, mark: place(id) }] })));
    for (const { id, aggregate, entryId, judgeId } of own) {
      const announced = sheetSubmitted({ round: round.id, entry: entryId, judge: judgeId, marks: [`${PICK}=${place(id)}`] });
      if (aggregate.state === 'submitted') c.announce(aggregate, announced);
      else c.move(aggregate, sheetMachine.take('submit', aggregate.state, {}, [announced]));
    }
    await c.tx.scoreSheet.updateMany({ where: { districtId: c.district, id: { in: own.map(({ id }) => id) } }, data: { submittedAt: c.now } });
    return { picked: picked.length };
  },
});

/** The live sheets of the judge who acts, held so that two devices don't hand in at once. */
export async function ownSheets(c: Context, round: string) {
  const where = { districtId: c.district, roundId: round, judgeId: c.person ?? c.district, pulled: null };
  const ids = (await c.tx.scoreSheet.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } })).map(({ id }) => id);
  await c.tx.$queryRaw`SELECT 1 FROM aggregate WHERE district_id = ${c.district}::uuid AND id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  return c.tx.scoreSheet.findMany({ where, include: { aggregate: true }, orderBy: { id: 'asc' } });
}
