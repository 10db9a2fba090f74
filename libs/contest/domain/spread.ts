import { Decimal } from '#kernel';
import { sheetTotal } from '#judging';
import { weightsOf, type RoundPlan } from './round-plan.js';

type Marked = { readonly marks: Readonly<Record<string, string>> };

/** The distance between the highest and the lowest total of an entry's sheets, of which there is at least one. */
export function spreadOf(plan: Pick<RoundPlan, 'rubric'>, sheets: readonly Marked[]): Decimal {
  const totals = sheets.map((sheet) => sheetTotal(weightsOf(plan), sheet));
  return Decimal.max(...totals).minus(Decimal.min(...totals));
}

/** Whether sheets of an entry lie further apart than the call allows. Of a screening: whether they don't all say the same. */
export const isDisputed = (plan: Pick<RoundPlan, 'spread' | 'rubric'>, sheets: readonly Marked[]): boolean => plan.spread !== undefined && sheets.length >= 2 && spreadOf(plan, sheets).gt(plan.spread.limit);
