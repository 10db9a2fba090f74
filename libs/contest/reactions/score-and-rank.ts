import { rank, scoreEntry, tieKeys, type MarkedAspect, type ScoringRule } from '#judging';
import { reaction, type Context } from '#platform';
import { entryScored } from '../domain/entry.js';
import { roundClosed, roundMachine, roundRanked } from '../domain/judging.js';

export const scoreAndRank = reaction({
  name: 'score-and-rank',
  summary: 'Turns the marks of a closed round into totals, an entry a job, and when the last is done ranks them.',
  on: [roundClosed],
  async parts(tx, { district, aggregate }) {
    const standings = await tx.standing.findMany({ where: { districtId: district, roundId: aggregate, scoredAt: null }, select: { entryId: true } });
    return standings.map(({ entryId }) => entryId);
  },
  part: (c, { aggregate: round }, entry) => scoreOne(c, round, entry),
  async last(c, { aggregate }) {
    await c.lock(aggregate);
    const round = await c.tx.round.findUniqueOrThrow({ where: c.key(aggregate), include: { aggregate: true, standings: true, call: true } });
    if (round.aggregate.state === 'ranked') return;
    const unscored = round.standings.filter(({ scoredAt }) => scoredAt === null).length;
    if (unscored > 0) throw new Error(`${unscored} entries of round ${round.id} are not scored yet`);
    const rule = round.scoring as unknown as ScoringRule;
    const complete = round.standings.filter(({ incomplete }) => !incomplete);
    const ranked = rank(complete.map(({ entryId, total, sections }) => ({ id: entryId, total: total!.toString(), keys: tieKeys(rule, sections as Record<string, string>) })));
    await c.tx.$executeRaw`
      UPDATE standing s SET rank = r.rank, tied = r.tied
      FROM unnest(${ranked.map(({ id }) => id)}::uuid[], ${ranked.map((r) => r.rank)}::int[], ${ranked.map(({ tied }) => tied)}::bool[]) AS r(entry, rank, tied)
      WHERE s.district_id = ${c.district}::uuid AND s.round_id = ${round.id}::uuid AND s.entry_id = r.entry`;
    c.move(round.aggregate, roundMachine.take('rank', round.aggregate.state, {}, [roundRanked({ call: round.callId, callName: round.call.name, entries: ranked.length })]));
  },
});

async function scoreOne(c: Context, round: string, entry: string): Promise<void> {
  await c.lock(entry);
  const key = { districtId: c.district, roundId: round, entryId: entry };
  const standing = await c.tx.standing.findUniqueOrThrow({ where: { districtId_roundId_entryId: key }, include: { round: true, entry: { include: { aggregate: true } } } });
  if (standing.scoredAt !== null) return;
  const aspects = await c.tx.$queryRaw<MarkedAspect[]>`
    SELECT a.id, a.section, a.base::text, a.factor::text, coalesce(array_agg(m.value::text) FILTER (WHERE m.value IS NOT NULL), '{}') AS marks
    FROM aspect a LEFT JOIN mark m ON m.district_id = a.district_id AND m.aspect_id = a.id
    WHERE a.district_id = ${c.district}::uuid AND a.round_id = ${round}::uuid AND a.entry_id = ${entry}::uuid GROUP BY a.district_id, a.id ORDER BY a.id`;
  const score = scoreEntry(standing.round.scoring as unknown as ScoringRule, aspects, standing.deductions.toString());
  await c.tx.$executeRaw`
    UPDATE aspect a SET panel_score = p.score FROM unnest(${[...score.panel.keys()]}::uuid[], ${[...score.panel.values()]}::numeric[]) AS p(id, score)
    WHERE a.district_id = ${c.district}::uuid AND a.id = p.id`;
  const known = standing.incomplete ? {} : { total: score.total, sections: score.sections };
  await c.tx.standing.update({ where: { districtId_roundId_entryId: key }, data: { ...known, scoredAt: c.now } });
  if (!standing.incomplete) c.announce(standing.entry.aggregate, entryScored({ round, total: score.total }));
}
