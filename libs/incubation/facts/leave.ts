import { today } from '#platform';
import type { Context } from '#platform';
import { contractEnding } from '../domain/incubatee.js';
import { stopAsking } from './deadlines.js';
import { endLeases, endStay } from './stays.js';

/** What ends when a firm leaves its platform today, of itself or not: its stay, its leases, and what it is asked and reminded of. */
export async function leave(c: Context, firm: { id: string; projectId: string; aggregate: { id: string; kind: string } }, how: 'left' | 'removed', reason: string): Promise<void> {
  const on = await today(c);
  await endStay(c, firm, on, how, reason);
  await endLeases(c, firm, on, reason);
  stopAsking(c, firm.aggregate);
  c.forget(firm.aggregate, contractEnding.event);
}
