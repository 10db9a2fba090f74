import { command, Text } from '#platform';
import { conflictDeclared } from '../domain/judging.js';
import { pullSheet } from '../facts/pull-sheet.js';
import { judgeAgain } from '../facts/score-again.js';
import { sheetKind } from './kinds.js';

export class DeclareConflict {
  @Text({ min: 2, max: 500 }) reason!: string;
}

export const declareConflict = command({
  name: 'declare-conflict',
  summary: 'A judge finds that he is too near to an entry he was given: his sheet is taken, its marks count for nothing, another judges in his place.',
  on: sheetKind,
  may: 'declare-conflict',
  target: (input: DeclareConflict & { sheet: string }) => input.sheet,
  async decide(c, { reason }, sheet) {
    const { entryId: entry, judgeId: judge, round } = sheet;
    await c.tx.conflict.createMany({ data: [{ districtId: c.district, callId: round.callId, entryId: entry, judgeId: judge, source: 'judge', reason, at: c.now }], skipDuplicates: true });
    await judgeAgain(c, round.id, [entry]);
    await pullSheet(c, sheet, 'conflict', [conflictDeclared({ call: round.callId, entry, judge, source: 'judge' })]);
  },
});
