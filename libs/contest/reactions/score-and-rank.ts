import { rank, scoreEntry, tieKeys, type MarkedAspect, type Placed, type ScoringRule } from '#judging';
import { Prisma, reaction, type Context } from '#platform';
import { entryScored } from '../domain/entry.js';
import { roundClosed, roundMachine, roundRanked } from '../domain/judging.js';
import { rankingOf } from '../facts/ranking.js';

export const scoreAndRank = reaction({
  name: 'score-and-rank',
  summary: 'Ranks a closed round by the rule published with its call; one brought in with a rule of its own is scored first, an entry a job.',
  on: [roundClosed],
  async parts(tx, { district, aggregate }) {
    const standings = await tx.standing.findMany({ where: { districtId: district, roundId: aggregate, scoredAt: null, round: { plan: { equals: Prisma.DbNull } } }, select: { entryId: true } });
    return standings.map(({ entryId }) => entryId);
  },
  part: (c, { aggregate: round }, entry) => scoreOne(c, round, entry),
  async last(c, { aggregate }) {
    await c.lock(aggregate);
    const round = await c.tx.round.findUniqueOrThrow({ where: c.key(aggregate), include: { aggregate: true, call: true } });
    if (round.aggregate.state !== 'closed') return;
    const entries = round.plan === null ? await rankImported(c, round) : await rankByPlan(c, round);
    c.move(round.aggregate, roundMachine.take('rank', round.aggregate.state, {}, [roundRanked({ call: round.callId, callName: round.call.name, entries })]));
  },
});

interface Row {
  readonly id: string;
  readonly callId: string;
  readonly kind: string;
  readonly plan: unknown;
  readonly scoring: unknown;
}

async function rankByPlan(c: Context, round: Row): Promise<number> {
  const placed = await rankingOf(c.tx, c.district, round);
  const before = await c.tx.standing.findMany({ where: { districtId: c.district, roundId: round.id }, include: { entry: { include: { aggregate: true } } } });
  await writePlaces(c, round.id, placed);
  if (round.kind === 'calibration') return placed.length;
  const known = new Map(before.map((standing) => [standing.entryId, standing]));
  for (const { entry, score } of placed) {
    const standing = known.get(entry)!;
    if (score !== null && (standing.scoredAt === null || standing.total?.toString() !== score)) c.announce(standing.entry.aggregate, entryScored({ round: round.id, total: score }));
  }
  return placed.length;
}

async function writePlaces(c: Context, round: string, placed: readonly Placed[]): Promise<void> {
  await c.tx.$executeRaw`
    UPDATE standing s SET total = p.total, rank = p.rank, tied = p.tied, sections = p.criteria, keys = p.keys,
      -- A score that stood already keeps its time: a frozen board goes by it.
      scored_at = CASE WHEN s.scored_at IS NOT NULL AND s.total = p.total THEN s.scored_at ELSE ${c.now} END
    FROM jsonb_to_recordset(${JSON.stringify(placed.map(({ entry, score, rank: place, tied, criteria, keys }) => ({ entry, total: score, rank: place, tied, criteria, keys })))}::jsonb)
      AS p(entry uuid, total numeric, rank int, tied bool, criteria jsonb, keys text[])
    WHERE s.district_id = ${c.district}::uuid AND s.round_id = ${round}::uuid AND s.entry_id = p.entry`;
}

async function rankImported(c: Context, round: Row): Promise<number> {
  const standings = await c.tx.standing.findMany({ where: { districtId: c.district, roundId: round.id } });
  const unscored = standings.filter(({ scoredAt }) => scoredAt === null).length;
  if (unscored > 0) throw new Error(`${unscored} entries of round ${round.id} are not scored yet`);
  const rule = round.scoring as ScoringRule;
  const complete = standings.filter(({ incomplete }) => !incomplete);
  const ranked = rank(complete.map(({ entryId, total, sections }) => ({ id: entryId, total: total!.toString(), keys: tieKeys(rule, sections as Record<string, string>) })));
  await c.tx.$executeRaw`
    UPDATE standing s SET rank = r.rank, tied = r.tied
    FROM unnest(${ranked.map(({ id }) => id)}::uuid[], ${ranked.map((r) => r.rank)}::int[], ${ranked.map(({ tied }) => tied)}::bool[]) AS r(entry, rank, tied)
    WHERE s.district_id = ${c.district}::uuid AND s.round_id = ${round.id}::uuid AND s.entry_id = r.entry`;
  return ranked.length;
}

async function scoreOne(c: Context, round: string, entry: string): Promise<void> {
  await c.lock(entry);
  const key = { districtId: c.district, roundId: round, entryId: entry };
  const standing = await c.tx.standing.findUniqueOrThrow({ where: { districtId_roundId_entryId: key }, include: { round: true, entry: { include: { aggregate: true } } } });
  // A round with a plan is ranked as a whole; a part of it is a job from before that was so.
  if (standing.scoredAt !== null || standing.round.plan !== null) return;
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
