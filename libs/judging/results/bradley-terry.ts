/** One comparison of two entries by a judge. */
export interface Comparison {
  readonly judge: number;
  readonly winner: number;
  readonly loser: number;
}

const MOST_ROUNDS = 100_000;
const CLOSE = 1e-12;

/**
 * The strengths of entries that are compared in pairs, as logarithms that add up to 0: a beats b with probability
 * 1 / (1 + e^(b - a)) (Bradley and Terry 1952), by the minorisation of Hunter, "MM algorithms for generalized
 * Bradley–Terry models", 2004. Every entry also meets an entry of middling strength, and wins and loses `prior` times:
 * without that, one that won always would be infinitely strong, and parts that never met would not compare.
 */
export function bradleyTerry(entries: number, comparisons: readonly Comparison[], prior = 0.5): Float64Array {
  const wins = new Float64Array(entries).fill(prior);
  const met = new Map<number, number>();
  for (const { winner, loser } of comparisons) {
    wins[winner]!++;
    const key = Math.min(winner, loser) * entries + Math.max(winner, loser);
    met.set(key, (met.get(key) ?? 0) + 1);
  }
  let strength = new Float64Array(entries).fill(1);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const below = strength.map((own) => (2 * prior) / (own + 1));
    for (const [key, times] of met) {
      const [a, b] = [Math.floor(key / entries), key % entries];
      const share = times / (strength[a]! + strength[b]!);
      below[a]! += share;
      below[b]! += share;
    }
    const next = wins.map((own, n) => (below[n] === 0 ? strength[n]! : own / below[n]!));
    // With a prior the middling entry's strength is 1; without one, only ratios matter.
    if (prior === 0) {
      const scale = Math.exp(next.reduce((all, one) => all + Math.log(one), 0) / entries);
      next.forEach((one, n) => (next[n] = one / scale));
    }
    const off = next.reduce((most, one, n) => Math.max(most, Math.abs(Math.log(one / strength[n]!))), 0);
    strength = next;
    if (off < CLOSE) break;
  }
  const logs = strength.map(Math.log);
  const middle = logs.reduce((all, one) => all + one, 0) / entries;
  return logs.map((one) => one - middle);
}
