import { command, newId, Text } from '#platform';
import { notYetOpen, remarkSaid } from '../domain/judging.js';
import { planOfRound } from '../facts/round-plan.js';
import { sheetKind } from './kinds.js';

export class SayRemark {
  @Text({ min: 1, max: 5000 }) text!: string;
}

export const sayRemark = command({
  name: 'say-remark',
  summary: 'A judge says something about an entry to the others who judge it, once his own sheet is in and the round lets judges talk.',
  on: sheetKind,
  may: 'score',
  target: (input: SayRemark & { sheet: string }) => input.sheet,
  async decide(c, { text }, sheet) {
    if (sheet.submittedAt === null || !planOfRound(sheet.round).discussion) c.refuse(notYetOpen);
    c.announce(sheet.aggregate, remarkSaid({ round: sheet.roundId, entry: sheet.entryId }));
    await c.tx.remark.create({ data: { districtId: c.district, id: newId(), roundId: sheet.roundId, entryId: sheet.entryId, personId: sheet.judgeId, text, at: c.now } });
  },
});
