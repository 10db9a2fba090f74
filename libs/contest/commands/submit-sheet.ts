import { isRefusal } from '#kernel';
import { command, List, Prisma, Quantity, Text, type Context } from '#platform';
import { otherWay, sheetMachine, sheetSubmitted } from '../domain/judging.js';
import { checkMarks } from '../domain/marks.js';
import { notPitchedYet } from '../domain/pitching.js';
import { putMarks } from '../facts/put-marks.js';
import { planOfRound } from '../facts/round-plan.js';
import { roundTakesMarks } from '../facts/round-takes-marks.js';
import { sheetKind } from './kinds.js';

export class MarkInput {
  @Text({ max: 40 }) criterion!: string;
  @Quantity({ min: -1000, max: 1000 }) mark!: number;
  @Text({ max: 5000, optional: true, description: 'Asked for where a mark is very low or very high, as the criterion says' }) comment?: string;
}

export class SubmitSheet {
  @List(() => MarkInput, { max: 20 }) marks!: MarkInput[];
  @Text({ max: 5000, optional: true, description: 'Words for the team and the office; names in it are pointed out before anyone else reads it' }) comment?: string;
}

export const submitSheet = command({
  name: 'submit-sheet',
  summary: 'Hands in a judge’s marks of one entry, one for each criterion; the sheet is then locked.',
  on: sheetKind,
  may: 'score',
  target: (input: SubmitSheet & { sheet: string }) => input.sheet,
  async decide(c, { marks, comment }, { aggregate, id, entryId, judgeId, round }) {
    await roundTakesMarks(c, round.id);
    const { way, rubric, pitch } = planOfRound(round);
    if (way !== 'scored' && way !== 'screening') c.refuse(otherWay, { way });
    if (pitch) await hasPitched(c, round.id, entryId);
    const wrong = checkMarks(rubric, marks);
    if (isRefusal(wrong)) c.refuse(wrong.type, wrong.facts);
    const announced = sheetSubmitted({ round: round.id, entry: entryId, judge: judgeId, marks: marks.map(({ criterion, mark }) => `${criterion}=${mark}`) });
    c.move(aggregate, sheetMachine.take('submit', aggregate.state, {}, [announced]));
    await putMarks(c, round.id, [{ sheet: id, entry: entryId, marks }]);
    await c.tx.scoreSheet.update({ where: c.key(id), data: { submittedAt: c.now, comment: comment ?? null, draft: Prisma.DbNull, later: false } });
  },
});

/** @throws Refused while the entry's pitch goes on, or has not begun */
async function hasPitched(c: Context, round: string, entry: string): Promise<void> {
  const standing = await c.tx.standing.findUnique({ where: { districtId_roundId_entryId: { districtId: c.district, roundId: round, entryId: entry } } });
  if (!standing?.pitchedAt) c.refuse(notPitchedYet);
}
