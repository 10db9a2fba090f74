import { endOfLocalDay } from '#kernel';
import { timeZoneOf, type Context } from '#platform';
import { loanDue } from '../domain/loan.js';

/** Sets the alarm for the first due of a loan on or after a day; none is left where all have passed. */
export async function watchNextDue(c: Context, loan: { readonly id: string; readonly kind: string }, dues: readonly { readonly number: number; readonly dueOn: string }[], from: string): Promise<void> {
  const next = dues.find(({ dueOn }) => dueOn >= from);
  if (!next) return c.forget(loan, loanDue.event);
  const timeZone = await timeZoneOf(c);
  c.remind(loan, loanDue({ number: next.number, dueOn: next.dueOn }), endOfLocalDay(next.dueOn, timeZone), timeZone);
}
