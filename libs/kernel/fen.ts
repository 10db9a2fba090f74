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
