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

/**
 * The cosines of many weighed texts with one, from 0 to 1: word by word over those that share it, so that what has no
 * word in common costs nothing.
 */
export function likenessTo(texts: readonly ReadonlyMap<string, number>[]): (one: ReadonlyMap<string, number>) => Float64Array {
  const withWord = new Map<string, [text: number, weight: number][]>();
  for (const [text, weights] of texts.entries())
    for (const [word, weight] of weights) {
      const known = withWord.get(word);
      if (known) known.push([text, weight]);
      else withWord.set(word, [[text, weight]]);
    }
  return (one) => {
    const sums = new Float64Array(texts.length);
    for (const [word, own] of one) for (const [text, weight] of withWord.get(word) ?? []) sums[text]! += own * weight;
    return sums.map((sum) => Math.max(0, Math.min(1, sum)));
  };
}

/** What each step of a bid (-2 to 2) is worth beside expertise, which gives up to 1000. */
const BID = 150;
const SAME_FIELD = 500;
export const MOST_AFFINITY = 1000 + 2 * BID;

/** How well a judge suits an entry, from 0 to 1300: half for the field, half for the words, and his bid. */
export const affinity = ({ sameField, words, bid }: { sameField: boolean; words: number; bid: number }): number =>
  Math.max(0, Math.round((sameField ? SAME_FIELD : 0) + (1000 - SAME_FIELD) * words + BID * bid));
