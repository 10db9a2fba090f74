import { auditBooks } from '#ledger';
import { BOOK_CHECKS } from '../../apps/cli/book-checks.js';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import type { TestService } from './service.js';

/** A fund whose capital is paid in on the day given. */
export async function openFund(office: Visitor, name: string, capital: number, on: string, more: object = {}): Promise<string> {
  const { id } = await office.post('/funds', { name, contributors: [{ name: '市财政', pledged: Math.floor((capital * 2) / 5) }, { name: '区财政', pledged: capital - Math.floor((capital * 2) / 5) }], ...more });
  await office.post(`/funds/${id}/drawdowns`, { amount: capital, on, reference: `实缴-${id.slice(-4)}` });
  return id;
}

/** The books by the same checks as `trellis audit books`. */
export const booksOf = ({ database }: Pick<TestService, 'database'>) => auditBooks(database, BOOK_CHECKS);

/** Everything on a proposal's checklist is looked into and found right. */
export async function lookInto(who: Visitor, proposal: string): Promise<void> {
  const { checklist } = await who.get<{ checklist: { key: string }[] }>(`/fund-proposals/${proposal}`);
  for (const { key } of checklist) await who.post(`/fund-proposals/${proposal}/findings`, { item: key, verdict: 'ok', note: '已核实' });
}

/** Equity paid at once. */
export const equity = (amount: number) => ({ instrument: 'equity', amount, preMoney: 9 * amount, tranches: [{ amount, upon: '签约' }], conditions: [] });

/** Does something so many times, ten at a time. */
export async function inTens<T>(times: number, once: (n: number) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (let n = 0; n < times; n += 10) done.push(...(await Promise.all(Array.from({ length: Math.min(10, times - n) }, (_, k) => once(n + k)))));
  return done;
}
