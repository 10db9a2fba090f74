/** How often words occur over all texts, so that rare ones tell more. */
export interface Vocabulary {
  readonly texts: number;
  readonly occursIn: ReadonlyMap<string, number>;
}

export function vocabularyOf(texts: readonly (readonly string[])[]): Vocabulary {
  const occursIn = new Map<string, number>();
  for (const words of texts) for (const word of new Set(words)) occursIn.set(word, (occursIn.get(word) ?? 0) + 1);
  return { texts: texts.length, occursIn };
}

/** A text as weights of its words: tf-idf with logarithmic counts, of length 1 (Salton and Buckley, 1988, "ltc"). */
export function weigh(words: readonly string[], { texts, occursIn }: Vocabulary): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weights = new Map([...counts].map(([word, count]) => [word, (1 + Math.log(count)) * Math.log((1 + texts) / (1 + (occursIn.get(word) ?? 0)))]));
  const length = Math.hypot(...weights.values());
  return length === 0 ? new Map() : new Map([...weights].map(([word, weight]) => [word, weight / length]));
}

/** The cosine of two weighed texts, from 0 to 1. */
export function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [word, weight] of small) sum += weight * (large.get(word) ?? 0);
  return Math.max(0, Math.min(1, sum));
}

/** What each step of a bid (-2 to 2) is worth beside expertise, which gives up to 1000. */
const BID = 150;
const SAME_FIELD = 500;
export const MOST_AFFINITY = 1000 + 2 * BID;

/** How well a judge suits an entry, from 0 to 1300: half for the field, half for the words, and his bid. */
export const affinity = ({ sameField, words, bid }: { sameField: boolean; words: number; bid: number }): number =>
  Math.max(0, Math.round((sameField ? SAME_FIELD : 0) + (1000 - SAME_FIELD) * words + BID * bid));
