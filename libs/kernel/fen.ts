declare const unit: unique symbol;

/** An amount of money in whole fen (1/100 yuan), a safe integer. */
export type Fen = number & { readonly [unit]: 'fen' };

/** @throws RangeError unless `amount` is a safe integer: money is never rounded in passing. */
export function fen(amount: number | bigint): Fen {
  const whole = Number(amount);
  if (!Number.isSafeInteger(whole)) throw new RangeError(`${amount} is not a whole number of fen`);
  return whole as Fen;
}

export const sumFen = (amounts: Iterable<Fen>): Fen => {
  let total = 0;
  for (const amount of amounts) total += amount;
  return fen(total);
};

/** Whole yuan, as rules state them, in fen. */
export const yuan = (amount: number): Fen => fen(amount * 100);

/**
 * Splits fen by weights, to the last fen: shares are rounded down, and what is left goes one fen each to the largest
 * remainders, of equal ones to the first (the method of Hamilton).
 * @throws RangeError where no weight is above zero.
 */
export function splitFen(amount: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total <= 0n) throw new RangeError('Nothing to split by');
  const shares = weights.map((weight) => (amount * weight) / total);
  const left = Number(amount - shares.reduce((sum, share) => sum + share, 0n));
  const byRemainder = weights.map((weight, n) => ({ n, remainder: (amount * weight) % total })).sort((a, b) => (a.remainder === b.remainder ? a.n - b.n : a.remainder > b.remainder ? -1 : 1));
  for (const { n } of byRemainder.slice(0, left)) shares[n]! += 1n;
  return shares;
}
