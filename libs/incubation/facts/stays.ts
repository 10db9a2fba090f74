import { daysAfter } from '#kernel';
import { newId, type Context } from '#platform';
import { inAnotherPlatform } from '../domain/incubatee.js';
import { leaseEnded, leaseMachine } from '../domain/space.js';

interface Firm {
  readonly id: string;
  readonly projectId: string;
}

/** Begins a firm's stay; it is in one platform at a time. @throws Refused */
export async function beginStay(c: Context, { id, projectId }: Firm, stay: { platform: string; creditCode: string | null; from: string }): Promise<void> {
  const row = { districtId: c.district, id: newId(), incubateeId: id, projectId, platformId: stay.platform, creditCode: stay.creditCode, from: stay.from };
  await c.unlessTaken(c.tx.stay.create({ data: row }), inAnotherPlatform);
}

export type StayEnd = 'moved' | 'graduated' | 'left' | 'removed';

/** Ends the stay that is going on, on the day `until`; one that was to begin later is void, which it shows by ending before it begins. */
export async function endStay(c: Context, { id }: Firm, until: string, ended: StayEnd, reason: string | null = null): Promise<void> {
  const open = await c.tx.stay.findMany({ where: { districtId: c.district, incubateeId: id, until: null } });
  for (const stay of open) await c.tx.stay.update({ where: c.key(stay.id), data: { until: stay.from > until ? daysAfter(stay.from, -1) : until, ended, reason } });
}

/** Ends the leases a firm still has after the day `until`: what has not begun by then is void. */
export async function endLeases(c: Context, { id }: Firm, until: string, reason: string): Promise<void> {
  const rows = await c.tx.lease.findMany({ where: { districtId: c.district, incubateeId: id, to: { gt: until }, aggregate: { state: 'signed' } }, include: { aggregate: true, unit: true } });
  for (const row of rows) {
    const to = row.from > until ? daysAfter(row.from, -1) : until;
    c.move(row.aggregate, leaseMachine.take('end', row.aggregate.state, {}, [leaseEnded({ code: row.unit.code, on: to, reason })]));
    await c.tx.lease.update({ where: c.key(row.id), data: { to, endReason: reason } });
  }
}
