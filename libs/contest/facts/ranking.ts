import type { JudgedSheet, Placed } from '#judging';
import type { Tx } from '#platform';
import { rankRound, type RoundMaterial } from '../domain/round-ranking.js';
import type { RoundPlan } from '../domain/round-plan.js';
import { planOfRound } from './round-plan.js';

interface Ranked {
  readonly id: string;
  readonly callId: string;
  readonly plan: unknown;
}

/** The sheets of a round that are in and count; of one entry alone where it is named. */
export async function sheetsIn(tx: Tx, district: string, round: string, only: string | null = null): Promise<JudgedSheet[]> {
  const marks = await tx.$queryRaw<{ sheet: string; entry: string; judge: string; key: string; value: string }[]>`
    SELECT s.id AS sheet, s.entry_id AS entry, s.judge_id AS judge, a.key, m.value::text AS value
    FROM score_sheet s JOIN mark m ON m.district_id = s.district_id AND m.sheet_id = s.id JOIN aspect a ON a.district_id = m.district_id AND a.id = m.aspect_id
    WHERE s.district_id = ${district}::uuid AND s.round_id = ${round}::uuid AND s.pulled IS NULL AND s.submitted_at IS NOT NULL AND (${only}::uuid IS NULL OR s.entry_id = ${only}::uuid)`;
  return [...Map.groupBy(marks, ({ sheet }) => sheet).values()].map((own) => ({ entry: own[0]!.entry, judge: own[0]!.judge, marks: Object.fromEntries(own.map(({ key, value }) => [key, value])) }));
}

/** All that came in of a round: sheets, comparisons, votes, and the lot. */
export async function materialOf(tx: Tx, district: string, round: Ranked): Promise<RoundMaterial> {
  const plan = planOfRound(round);
  const of = { districtId: district, roundId: round.id };
  const entries = await tx.standing.findMany({ where: of, select: { entryId: true } });
  const sheets = await sheetsIn(tx, district, round.id);
  const comparisons = await tx.comparison.findMany({ where: of, orderBy: { id: 'asc' } });
  const lot = await tx.draw.findUnique({ where: { districtId_roundId_purpose: { ...of, purpose: 'lot' } } });
  return {
    ...{ entries: entries.map(({ entryId }) => entryId), sheets, lot: lot?.seed ?? '' },
    comparisons: comparisons.map(({ judgeId, better, worse }) => ({ judge: judgeId, better, worse })),
    votes: await votesFor(tx, district, round, plan),
  };
}

/** Votes that count: of the round itself where the public judges, or of the public round that it counts. */
async function votesFor(tx: Tx, district: string, { id, callId }: Ranked, plan: RoundPlan): Promise<Record<string, number>> {
  const from = plan.way === 'public-vote' ? id : plan.publicVote && (await publicRound(tx, district, callId, plan.publicVote.round));
  if (from === undefined) return {};
  const rows = await tx.vote.groupBy({ by: ['entryId'], where: { districtId: district, roundId: from, held: null }, _count: { _all: true } });
  return Object.fromEntries(rows.map(({ entryId, _count }) => [entryId, _count._all]));
}

async function publicRound(tx: Tx, district: string, call: string, key: string): Promise<string | undefined> {
  const rounds = await tx.round.findMany({ where: { districtId: district, callId: call, kind: 'judging' }, orderBy: { id: 'asc' } });
  return rounds.findLast(({ plan }) => (plan as RoundPlan | null)?.key === key)?.id;
}

/** The ranking of a round as its sheets stand. */
export const rankingOf = async (tx: Tx, district: string, round: Ranked): Promise<Placed[]> => rankRound(planOfRound(round), await materialOf(tx, district, round));
