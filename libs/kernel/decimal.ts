import { Decimal } from 'decimal.js';

export { Decimal };

/** Rounds half up (away from zero on a tie), as published rules do, and prints all `places`. */
export const roundHalfUp = (value: Decimal, places: number): string =>
  value.toFixed(places, Decimal.ROUND_HALF_UP);
