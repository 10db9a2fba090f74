import { Decimal } from '#kernel';
import { sheetTotal } from '#judging';
import { reaction } from '#platform';
import { entryDisputed, sheetSubmitted } from '../domain/judging.js';
import { isDisputed } from '../domain/spread.js';
import { materialOf } from '../facts/ranking.js';
import { planOfRound } from '../facts/round-plan.js';

export const watchSpread = reaction({
  name: 'watch-spread',
  summary: 'Sends an entry to another judge, or to the panel, when its sheets are in and lie further apart than the call allows.',
  on: [sheetSubmitted],
  async react(c, { payload: { round: id, entry } }) {
    const found = await c.tx.round.findUniqueOrThrow({ where: c.key(id) });
    if (found.plan === null || found.kind !== 'judging' || !planOfRound(found).spread) return;
    await c.lock(id);
    const round = await c.tx.round.findUniqueOrThrow({ where: c.key(id), include: { aggregate: true, call: true } });
    const key = { districtId_roundId_entryId: { districtId: c.district, roundId: id, entryId: entry } };
    const standing = await c.tx.standing.findUnique({ where: key, include: { entry: true } });
    if (!standing || standing.disputed || round.aggregate.state !== 'judging') return;
    const open = await c.tx.scoreSheet.count({ where: { districtId: c.district, roundId: id, entryId: entry, pulled: null, submittedAt: null } });
    if (open > 0) return;
    const plan = planOfRound(round);
    const own = (await materialOf(c.tx, c.district, round)).sheets.filter((sheet) => sheet.entry === entry);
    if (!isDisputed(plan, own)) return;
    await c.tx.standing.update({ where: key, data: { disputed: true } });
    const totals = own.map((sheet) => sheetTotal(Object.fromEntries(plan.rubric.map(({ key: criterion, weight }) => [criterion, weight])), sheet));
    const spread = Decimal.max(...totals).minus(Decimal.min(...totals)).toString();
    c.announce(round.aggregate, entryDisputed({ call: round.callId, callName: round.call.name, entry, title: standing.entry.title, spread }));
  },
});
