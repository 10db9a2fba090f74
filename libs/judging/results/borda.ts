import { indicesBy } from '../columns.js';
import type { Marks } from '../marks.js';
import { mean, midranks } from '../statistics.js';
import type { Scores } from './averages.js';

/**
 * Borda's count (1781) for judges who each rank what they marked: of every judge an entry gets the share of the others in
 * his list that it beats, ties counting half, so that long lists weigh no more than short ones; its score is the mean. A
 * list of one says nothing.
 */
export function bordaScores({ entries, judges, entry, judge, value }: Marks): Scores {
  const shares: number[][] = Array.from({ length: entries }, () => []);
  for (const list of indicesBy(judge, judges)) {
    if (list.length < 2) continue;
    const ranks = midranks(list.map((n) => value[n]!));
    list.forEach((n, k) => shares[entry[n]!]!.push((list.length - ranks[k]!) / (list.length - 1)));
  }
  return shares.map((own) => (own.length === 0 ? null : mean(own)));
}
