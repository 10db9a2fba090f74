import { Amount } from '#platform';

/** An amount that may be left out. */
export const Money = (description: string) => Amount({ optional: true, description: `${description}, in fen` });
