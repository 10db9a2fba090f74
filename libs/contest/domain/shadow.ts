import { Decimal } from '#kernel';

/** What another system made of an entry. */
export interface ShadowLine {
  readonly line: number;
  /** The entry's number or its title. */
  readonly entry: string;
  readonly score: string | null;
  readonly rank: number | null;
}

export interface ShadowDifference {
  readonly what: 'score' | 'rank' | 'not-here' | 'not-there' | 'ambiguous';
  readonly entry: string;
  readonly here: string | null;
  readonly there: string | null;
}

/** Every difference between our ranking and another system's of the same marks. Scores differ where they differ after rounding to `places`. */
export function shadowDifferences(ours: readonly { readonly entry: string; readonly title: string; readonly score: string | null; readonly rank: number | null }[], theirs: readonly ShadowLine[], places: number): ShadowDifference[] {
  const found = theirs.map((line) => {
    const byNumber = ours.filter(({ entry }) => entry === line.entry);
    return { line, same: byNumber.length > 0 ? byNumber : ours.filter(({ title }) => title === line.entry) };
  });
  const seen = new Set(found.flatMap(({ same }) => same.map(({ entry }) => entry)));
  const rounded = (score: string | null) => (score === null ? null : new Decimal(score).toFixed(places, Decimal.ROUND_HALF_UP));
  return [
    ...found.flatMap(({ line, same }): ShadowDifference[] => {
      const [own] = same;
      if (!own) return [{ what: 'not-here', entry: line.entry, here: null, there: line.score }];
      if (same.length > 1) return [{ what: 'ambiguous', entry: line.entry, here: null, there: line.score }];
      const score: ShadowDifference[] = line.score !== null && rounded(own.score) !== rounded(line.score) ? [{ what: 'score', entry: own.entry, here: own.score, there: line.score }] : [];
      const rank: ShadowDifference[] = line.rank !== null && own.rank !== line.rank ? [{ what: 'rank', entry: own.entry, here: own.rank === null ? null : String(own.rank), there: String(line.rank) }] : [];
      return [...score, ...rank];
    }),
    ...ours.filter(({ entry }) => !seen.has(entry)).map(({ entry, score }): ShadowDifference => ({ what: 'not-there', entry, here: score, there: null })),
  ];
}
