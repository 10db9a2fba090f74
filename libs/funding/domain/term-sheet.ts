import { hundredths, refusalType, refuse, type Refusal } from '#kernel';

/** When a part is paid, and what it waits for. Amount in fen. */
export interface TranchePlan {
  readonly amount: number;
  readonly upon: string;
  /** The firm's milestone that must be reached first. */
  readonly milestone?: string;
}

interface Common {
  readonly amount: number;
  readonly tranches: readonly TranchePlan[];
  readonly conditions: readonly string[];
}

/** What a fund and a firm agree on. Money in fen, rates in percent. */
export type TermSheet =
  | (Common & { readonly instrument: 'equity'; readonly preMoney: number })
  | (Common & { readonly instrument: 'convertible'; readonly cap?: number; readonly discount: number; readonly interest: number; readonly maturesOn: string })
  | (Common & { readonly instrument: 'grant' });

export const INSTRUMENTS = ['equity', 'convertible', 'grant'] as const;

export const termsIncomplete = refusalType('terms:incomplete', 'invalid', '条款不完整：{instrument} 需要 {fields}。', 'The terms are incomplete: {instrument} needs {fields}.');
export const tranchesDiffer = refusalType('terms:tranches-differ', 'invalid', '各期合计 {sum} 元，与总额 {amount} 元不符。', 'The tranches come to {sum} yuan, not to {amount} yuan.');

export interface TermsGiven extends Common {
  readonly instrument: (typeof INSTRUMENTS)[number];
  readonly preMoney?: number;
  readonly cap?: number;
  readonly discount?: number;
  readonly interest?: number;
  readonly maturesOn?: string;
}

/** Reads terms as they were handed in; a refusal where the instrument's own fields are missing or tranches don't add up. */
export function termSheet({ instrument, amount, tranches, conditions, preMoney, cap, discount, interest, maturesOn }: TermsGiven): TermSheet | Refusal {
  const sum = tranches.reduce((total, one) => total + one.amount, 0);
  if (sum !== amount) return refuse(tranchesDiffer, { sum: sum / 100, amount: amount / 100 });
  const common = { amount, tranches, conditions };
  if (instrument === 'grant') return { ...common, instrument };
  if (instrument === 'equity') return preMoney === undefined ? refuse(termsIncomplete, { instrument, fields: 'preMoney' }) : { ...common, instrument, preMoney };
  if (discount === undefined || interest === undefined || maturesOn === undefined) return refuse(termsIncomplete, { instrument, fields: 'discount, interest, maturesOn' });
  return { ...common, instrument, ...(cap !== undefined && { cap }), discount, interest, maturesOn };
}

/** The share that equity buys, in percent with two decimals: of the firm as it is worth with the new money in it. */
export const shareBought = (terms: TermSheet): number | null => (terms.instrument === 'equity' ? hundredths((100 * terms.amount) / (terms.preMoney + terms.amount)) : null);
