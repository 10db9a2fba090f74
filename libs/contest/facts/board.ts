import type { Tx } from '#platform';
import { rank } from '#judging';
import { timesOfRound } from './round-plan.js';
import { scoreText } from './results.js';

/** An entry on the public scoreboard: what it may show now. */
interface BoardLine {
  readonly entry: string;
  readonly title: string;
  readonly slot: number | null;
  readonly room: string | null;
  /** When its turn is, as far as the office has said so. */
  readonly at: Date | null;
  readonly score: string | null;
  readonly rank: number | null;
  /** Its score is there but frozen. */
  readonly hidden: boolean;
}

export interface Board {
  readonly round: string;
  readonly name: string;
  readonly state: string;
  readonly board: string;
  readonly pitching: { readonly entry: string; readonly title: string; readonly phase: string | null; readonly endsAt: Date | null } | null;
  readonly lines: readonly BoardLine[];
}

/**
 * What the public sees of a round: the running order and who pitches, and scores as far as the office shows them. Live,
 * all that are there; frozen, those from before the freeze; unveiled, place by place from the last. Ranks are among the
 * scores shown.
 */
export async function boardOf(tx: Tx, district: string, id: string): Promise<Board | null> {
  const round = await tx.round.findUnique({ where: { districtId_id: { districtId: district, id } }, include: { aggregate: true, standings: { include: { entry: { select: { title: true } } } } } });
  if (!round || round.plan === null || round.kind !== 'judging') return null;
  const ranks = [...new Set(round.standings.flatMap(({ rank: own }) => own ?? []))].sort((a, b) => b - a);
  const unveiled = new Set(ranks.slice(0, round.unveiled));
  const shows = ({ scoredAt, rank: own }: (typeof round.standings)[number]): boolean => {
    if (scoredAt === null || round.board === 'off') return false;
    if (round.board === 'live') return true;
    const beforeFreeze = round.frozenAt !== null && scoredAt <= round.frozenAt;
    return round.board === 'frozen' ? beforeFreeze : own !== null && unveiled.has(own);
  };
  const shown = round.standings.filter((standing) => standing.total !== null && shows(standing));
  // Where the whole ranking stands, its own ranks are shown, ties decided; while it grows, those among the scores there are.
  const whole = round.board === 'unveiling';
  const places = new Map(whole ? shown.map(({ entryId, rank: own }) => [entryId, own!]) : rank(shown.map(({ entryId, total, keys }) => ({ id: entryId, total: total!.toString(), keys }))).map((one) => [one.id, one.rank]));
  const times = timesOfRound(round, round.standings);
  const line = (standing: (typeof round.standings)[number]): BoardLine => ({
    ...{ entry: standing.entryId, title: standing.entry.title, slot: standing.slot, room: standing.room, at: times.get(standing.entryId)?.from ?? null },
    ...{ score: places.has(standing.entryId) ? scoreText(round, standing.total) : null, rank: places.get(standing.entryId) ?? null, hidden: standing.total !== null && !places.has(standing.entryId) },
  });
  const now = round.standings.find(({ entryId }) => entryId === round.pitching);
  return {
    ...{ round: id, name: round.name, state: round.aggregate.state, board: round.board },
    pitching: now ? { entry: now.entryId, title: now.entry.title, phase: round.phase, endsAt: round.phaseEndsAt } : null,
    lines: round.standings.map(line).sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.slot ?? Infinity) - (b.slot ?? Infinity) || (a.entry < b.entry ? -1 : 1)),
  };
}
