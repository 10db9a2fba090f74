import { reaction } from '#platform';
import { entryScored } from '../domain/entry.js';
import { sheetSubmitted } from '../domain/judging.js';
import { rankingOf } from '../facts/ranking.js';
import { planOfRound } from '../facts/round-plan.js';

export const scorePitch = reaction({
  name: 'score-pitch',
  summary: 'Scores a pitch the moment its last judge’s marks are in.',
  on: [sheetSubmitted],
  async react(c, { payload: { round: id, entry } }) {
    const round = await c.tx.round.findUniqueOrThrow({ where: c.key(id), include: { aggregate: true } });
    if (round.plan === null || !planOfRound(round).pitch || round.aggregate.state !== 'judging') return;
    await c.lock(entry);
    const key = { districtId_roundId_entryId: { districtId: c.district, roundId: id, entryId: entry } };
    const standing = await c.tx.standing.findUnique({ where: key, include: { entry: { include: { aggregate: true } } } });
    const open = await c.tx.scoreSheet.count({ where: { districtId: c.district, roundId: id, entryId: entry, pulled: null, submittedAt: null } });
    if (!standing || open > 0) return;
    const score = (await rankingOf(c.tx, c.district, round)).find((placed) => placed.entry === entry)?.score ?? null;
    if (score === null || (standing.scoredAt !== null && standing.total?.toString() === score)) return;
    await c.tx.standing.update({ where: key, data: { total: score, scoredAt: c.now } });
    c.announce(standing.entry.aggregate, entryScored({ round: id, total: score }));
  },
});
