import { command, Text } from '#platform';
import { correctionDue, entryMachine, entryVetoed } from '../domain/entry.js';
import { noVeto } from '../domain/judging.js';
import { planOfRound } from '../facts/round-plan.js';
import { roundTakesMarks } from '../facts/round-takes-marks.js';
import { sheetKind } from './kinds.js';

export class VetoEntry {
  @Text({ min: 5, max: 1000, description: 'Its team is told' }) reason!: string;
}

export const vetoEntry = command({
  name: 'veto-entry',
  summary: 'The organiser’s judge takes out an entry that is off the theme, where the round allows it; the office can take it in again.',
  on: sheetKind,
  may: 'score',
  target: (input: VetoEntry & { sheet: string }) => input.sheet,
  async decide(c, { reason }, sheet) {
    await roundTakesMarks(c, sheet.roundId);
    const { judgeId, round: { callId } } = sheet;
    const invitation = await c.tx.judgeInvitation.findUnique({ where: { districtId_callId_judgeId: { districtId: c.district, callId, judgeId } } });
    if (!planOfRound(sheet.round).veto || !invitation?.organiser) c.refuse(noVeto);
    await c.lock(sheet.entryId);
    const { aggregate, title } = await c.tx.entry.findUniqueOrThrow({ where: c.key(sheet.entryId), include: { aggregate: true } });
    c.move(aggregate, entryMachine.take('veto', aggregate.state, {}, [entryVetoed({ call: callId, title, reason })]));
    c.forget(aggregate, correctionDue.event);
    return { id: sheet.entryId };
  },
});
