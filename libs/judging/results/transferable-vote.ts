import { Decimal } from '#kernel';

/** One round of a count. */
export interface CountRound {
  /** What every candidate holds at its end, in exact decimals. */
  readonly votes: ReadonlyMap<number, string>;
  readonly elected: readonly number[];
  readonly excluded: readonly number[];
}

export interface Count {
  /** In the order in which they were elected. */
  readonly elected: readonly number[];
  readonly quota: number;
  readonly rounds: readonly CountRound[];
  /** Candidates who were equal in every round, where the drawn order decided. */
  readonly drawn: readonly (readonly number[])[];
}

/** Transfers are cut to five decimals, as the rules say. */
const PLACES = 5;

/**
 * The single transferable vote with Droop's quota and weighted inclusive transfers, as Scotland counts it (The Scottish
 * Local Government Elections Order 2011, schedule 1, rules 46 to 52): whoever reaches the quota is elected, his surplus
 * goes on by all his papers at the value surplus / votes, cut to five decimals; else the lowest is excluded. Among equals
 * the last round in which they differed decides, and where they never did, `lots`.
 *
 * @param ballots candidates, the first choice first, as few as a voter likes
 * @param lots all candidates in an order drawn by lot; of equals the one that stands earlier is taken first
 */
export function transferableVote(candidates: number, seats: number, ballots: readonly (readonly number[])[], lots: readonly number[]): Count {
  const quota = Math.floor(ballots.length / (seats + 1)) + 1;
  const hopeful = new Set(Array.from({ length: candidates }, (_, candidate) => candidate));
  const elected: number[] = [];
  const waiting: number[] = [];
  const rounds: CountRound[] = [];
  const drawn: number[][] = [];
  const history: Map<number, Decimal>[] = [];
  let papers = ballots.map((ballot) => ({ ballot, value: new Decimal(1), at: ballot.find((candidate) => hopeful.has(candidate)) }));

  const votes = () => {
    const sums = new Map(Array.from({ length: candidates }, (_, candidate) => [candidate, new Decimal(0)]));
    for (const { at, value } of papers) if (at !== undefined) sums.set(at, sums.get(at)!.plus(value));
    return sums;
  };
  /** The first of `from` by votes, most or fewest, with the ties decided. */
  const first = (from: readonly number[], way: 1 | -1): number => {
    let equals = [...from];
    for (const sums of history.toReversed()) {
      const best = equals.map((candidate) => sums.get(candidate)!).reduce((a, b) => (b.comparedTo(a) === way ? b : a));
      equals = equals.filter((candidate) => sums.get(candidate)!.eq(best));
      if (equals.length === 1) return equals[0]!;
    }
    drawn.push(equals);
    return lots.find((candidate) => equals.includes(candidate)) ?? equals[0]!;
  };
  const passOn = (from: number, value: (own: Decimal) => Decimal) => {
    papers = papers.map((paper) => (paper.at === from ? { ballot: paper.ballot, value: value(paper.value), at: paper.ballot.find((candidate) => hopeful.has(candidate)) } : paper));
  };

  while (elected.length < Math.min(seats, candidates)) {
    const sums = votes();
    history.push(sums);
    const now: number[] = [];
    const out: number[] = [];
    const reached = [...hopeful].filter((candidate) => sums.get(candidate)!.gte(quota));
    while (reached.length > 0 && elected.length + now.length < seats) {
      const next = first(reached, 1);
      reached.splice(reached.indexOf(next), 1);
      now.push(next);
    }
    // Who is left when there are no more than seats needs no quota.
    if (hopeful.size - now.length <= seats - elected.length - now.length) for (const rest of [...hopeful].filter((candidate) => !now.includes(candidate)).sort((a, b) => sums.get(b)!.comparedTo(sums.get(a)!))) now.push(rest);
    for (const candidate of now) hopeful.delete(candidate);
    elected.push(...now);
    waiting.push(...now.filter((candidate) => sums.get(candidate)!.gt(quota)));
    if (elected.length < seats) {
      if (waiting.length > 0) {
        const next = first(waiting, 1);
        waiting.splice(waiting.indexOf(next), 1);
        const held = sums.get(next)!;
        passOn(next, (own) => own.times(held.minus(quota)).div(held).toDecimalPlaces(PLACES, Decimal.ROUND_DOWN));
      } else if (hopeful.size > 0) {
        const lowest = first([...hopeful], -1);
        hopeful.delete(lowest);
        out.push(lowest);
        passOn(lowest, (own) => own);
      } else break;
    }
    rounds.push({ votes: new Map([...sums].map(([candidate, sum]) => [candidate, sum.toFixed()])), elected: now, excluded: out });
  }
  return { elected, quota, rounds, drawn };
}
