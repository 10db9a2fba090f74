import { isRefusal } from '#kernel';
import { command, List, Quantity, Text } from '#platform';
import type { Criterion } from '../domain/call.js';
import { checkMarks, roundNotOpen, sheetMachine, sheetSubmitted } from '../domain/judging.js';
import { sheetKind } from './kinds.js';

export class MarkInput {
  @Text({ max: 40 }) criterion!: string;
  @Quantity({ min: -1000, max: 1000 }) mark!: number;
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
    // Shared, so that judges don't wait for each other, but the round can't close between this look and the commit.
    await c.tx.$queryRaw`SELECT 1 FROM aggregate WHERE district_id = ${c.district}::uuid AND id = ${round.id}::uuid FOR SHARE`;
    const { state } = await c.tx.aggregate.findUniqueOrThrow({ where: c.key(round.id) });
    if (state !== 'judging') c.refuse(roundNotOpen);
    const wrong = checkMarks(round.call.rubric as unknown as Criterion[], marks);
    if (isRefusal(wrong)) c.refuse(wrong.type, wrong.facts);
    const announced = sheetSubmitted({ round: round.id, entry: entryId, judge: judgeId, marks: marks.map(({ criterion, mark }) => `${criterion}=${mark}`) });
    c.move(aggregate, sheetMachine.take('submit', aggregate.state, {}, [announced]));
    const aspects = await c.tx.aspect.findMany({ where: { districtId: c.district, roundId: round.id, entryId } });
    const idOf = new Map(aspects.map((aspect) => [aspect.key, aspect.id]));
    await c.tx.mark.createMany({ data: marks.map(({ criterion, mark }) => ({ districtId: c.district, aspectId: idOf.get(criterion)!, sheetId: id, value: mark })) });
    await c.tx.scoreSheet.update({ where: c.key(id), data: { submittedAt: c.now, comment: comment ?? null } });
  },
});
