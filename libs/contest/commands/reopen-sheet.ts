import { command, Prisma, Text } from '#platform';
import { sheetMachine, sheetReopened, tooLateToReopen } from '../domain/judging.js';
import { judgeAgain } from '../facts/score-again.js';
import { draftFrom, draftOf } from '../facts/sheet-draft.js';
import { sheetKind } from './kinds.js';

export class ReopenSheet {
  @Text({ min: 5, max: 1000, description: 'On record, and told to the judge' }) reason!: string;
}

export const reopenSheet = command({
  name: 'reopen-sheet',
  summary: 'Unlocks a sheet so that its judge can correct it; its marks leave the ranking until it is in again, and both stay on record.',
  on: sheetKind,
  may: 'reopen',
  target: (input: ReopenSheet & { sheet: string }) => input.sheet,
  async decide(c, { reason }, sheet) {
    const { aggregate, id, entryId: entry, judgeId: judge, round } = sheet;
    const call = await c.tx.aggregate.findUniqueOrThrow({ where: c.key(round.callId) });
    if (!['judging', 'closed'].includes(call.state) || round.aggregate.state === 'decided') c.refuse(tooLateToReopen);
    const marks = await c.tx.mark.findMany({ where: { districtId: c.district, sheetId: id }, include: { aspect: true } });
    const draft = draftFrom(marks.map(({ aspect, value, comment }) => ({ criterion: aspect.key, mark: value.toNumber(), comment })), sheet.comment, draftOf(sheet));
    await judgeAgain(c, round.id, [entry]);
    c.move(aggregate, sheetMachine.take('reopen', aggregate.state, {}, [sheetReopened({ round: round.id, entry, judge, callName: round.call.name, title: sheet.entry.title, reason })]));
    await c.tx.mark.deleteMany({ where: { districtId: c.district, sheetId: id } });
    await c.tx.scoreSheet.update({ where: c.key(id), data: { submittedAt: null, draft: draft as object, draftVersion: { increment: 1 }, cleared: Prisma.DbNull } });
  },
});
