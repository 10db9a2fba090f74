import { budgetPots, post } from '#ledger';
import { newId, today, type Aggregate, type Context } from '#platform';
import { budgetAdded } from '../domain/scheme.js';
import type { AddBudget } from '../inputs/add-budget.js';

/** Puts more money into the budget of a scheme or a subsidy, in fen. */
export async function addBudget(c: Context, { amount, reason }: AddBudget, { id, aggregate }: { id: string; aggregate: Aggregate }): Promise<void> {
  const pots = budgetPots(id);
  c.announce(aggregate, budgetAdded({ amount, reason }));
  await post(c, [{ from: pots.budget, to: pots.free, amount: BigInt(amount), on: await today(c), ground: `budget:${newId()}`, about: id }]);
}
