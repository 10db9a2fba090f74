import { Choice, command } from '#platform';
import { sheetPutOff } from '../domain/judging.js';
import { behindAll } from '../domain/judge-queue.js';
import { roundTakesMarks } from '../facts/round-takes-marks.js';
import { sheetKind } from './kinds.js';

export class PutOffSheet {
  @Choice(['skip', 'later', 'take-up'], { description: 'Behind the others; aside until nothing else is open; or no longer aside' }) how!: 'skip' | 'later' | 'take-up';
}

export const putOffSheet = command({
  name: 'put-off-sheet',
  summary: 'A judge skips a sheet for now, puts it aside for later, or takes it up again; what is typed in it stays.',
  on: sheetKind,
  may: 'score',
  target: (input: PutOffSheet & { sheet: string }) => input.sheet,
  async decide(c, { how }, sheet) {
    await roundTakesMarks(c, sheet.round.id);
    if (sheet.submittedAt !== null) return;
    const own = await c.tx.scoreSheet.findMany({ where: { districtId: c.district, roundId: sheet.roundId, judgeId: sheet.judgeId, pulled: null }, select: { position: true } });
    c.announce(sheet.aggregate, sheetPutOff({ how }));
    await c.tx.scoreSheet.update({ where: c.key(sheet.id), data: how === 'skip' ? { position: behindAll(own) } : { later: how === 'later' } });
  },
});
