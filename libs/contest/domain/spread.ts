import { Decimal } from '#kernel';
import { sheetTotal } from '#judging';
import type { RoundPlan } from './round-plan.js';

/** Whether sheets of an entry lie further apart than the call allows. Of a screening: whether they don't all say the same. */
export function isDisputed({ spread, rubric }: Pick<RoundPlan, 'spread' | 'rubric'>, sheets: readonly { readonly marks: Readonly<Record<string, string>> }[]): boolean {
  if (!spread || sheets.length < 2) return false;
  const weights = Object.fromEntries(rubric.map(({ key, weight }) => [key, weight]));
  const totals = sheets.map((sheet) => sheetTotal(weights, sheet));
  return Decimal.max(...totals).minus(Decimal.min(...totals)).gt(spread.limit);
}
