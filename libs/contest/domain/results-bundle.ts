import { canonical, sha256 } from '#kernel';
import { commitmentTo, drawnOrder, type JudgedSheet, type Placed } from '#judging';
import type { RoundPlan } from './round-plan.js';
import { rankRound } from './round-ranking.js';

export const BUNDLE = 'trellis-results-1';

/** A round as anyone may recompute it: its rule, all marks with numbers for judges, seeds, and what came of it. */
export interface BundledRound {
  readonly name: string;
  readonly plan: RoundPlan;
  readonly entries: readonly string[];
  readonly sheets: readonly JudgedSheet[];
  readonly comparisons: readonly { readonly judge: string; readonly better: string; readonly worse: string }[];
  readonly votes: Readonly<Record<string, number>>;
  /** How many pairs of judge and entry were in conflict, and how many sheets were taken away. */
  readonly conflicts: number;
  readonly pulled: number;
  readonly draws: readonly { readonly purpose: string; readonly commitment: string; readonly seed: string }[];
  readonly order: readonly string[];
  readonly ranking: readonly Pick<Placed, 'entry' | 'score' | 'rank' | 'tied'>[];
  readonly goneOn: readonly { readonly entry: string; readonly goesOn: boolean; readonly reason: string | null }[];
}

export interface ResultsBundle {
  readonly format: typeof BUNDLE;
  readonly contest: { readonly name: string; readonly edition: number };
  readonly call: { readonly id: string; readonly name: string; readonly group: string };
  readonly announcement: { readonly version: number; readonly hash: string };
  readonly titles: Readonly<Record<string, string>>;
  readonly rounds: readonly BundledRound[];
  readonly decisions: readonly { readonly entry: string; readonly place: number; readonly shortlisted: boolean; readonly awarded: boolean; readonly prize: string | null; readonly reason: string | null }[];
}

export interface SignedBundle {
  readonly bundle: ResultsBundle;
  readonly checksum: string;
  readonly signature: string;
  readonly publicKey: string;
}

export const checksumOf = (bundle: ResultsBundle): string => sha256(canonical(bundle));

/** Where a bundle does not say what its own marks, rules and seeds make. */
export interface BundleDifference {
  readonly round: string;
  readonly what: 'score' | 'rank' | 'tied' | 'entry' | 'commitment' | 'order';
  readonly of: string;
  readonly published: string;
  readonly recomputed: string;
}

/** Ranks every round of a bundle anew, and draws its lots again. Nothing comes back where all is as published. */
export function recomputeBundle({ rounds }: ResultsBundle): BundleDifference[] {
  return rounds.flatMap((round): BundleDifference[] => {
    const lot = round.draws.find(({ purpose }) => purpose === 'lot')?.seed ?? '';
    const again = rankRound(round.plan, { ...round, lot });
    const published = new Map(round.ranking.map((one) => [one.entry, one]));
    const differs = (what: BundleDifference['what'], of: string, was: unknown, is: unknown): BundleDifference[] => (String(was) === String(is) ? [] : [{ round: round.name, what, of, published: String(was), recomputed: String(is) }]);
    const order = round.draws.find(({ purpose }) => purpose === 'order');
    return [
      ...again.flatMap(({ entry, score, rank, tied }) => {
        const was = published.get(entry);
        return was ? [...differs('score', entry, was.score, score), ...differs('rank', entry, was.rank, rank), ...differs('tied', entry, was.tied, tied)] : differs('entry', entry, 'absent', 'there');
      }),
      ...differs('entry', 'number of entries', round.ranking.length, again.length),
      ...round.draws.flatMap(({ purpose, commitment, seed }) => differs('commitment', purpose, commitment, commitmentTo(seed))),
      ...(order && round.order.length > 0 ? differs('order', 'running order', round.order.join(' '), drawnOrder(order.seed, round.entries).join(' ')) : []),
    ];
  });
}
