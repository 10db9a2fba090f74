import { money, moneyOutside, post } from '#ledger';
import { Amount, command, Day, newId, Text } from '#platform';
import { rentPaid } from '../domain/space.js';
import { leaseKind } from './kinds.js';

export class PayRent {
  @Amount({ min: 1 }) amount!: number;
  @Day() on!: string;
  @Text({ optional: true, max: 200 }) note?: string;
}

export const payRent = command({
  name: 'pay-rent',
  summary: 'Records rent that a firm has paid.',
  on: leaseKind,
  may: 'run',
  target: (input: PayRent & { lease: string }) => input.lease,
  async decide(c, { amount, on, note }, { id: leaseId, aggregate, platformId, incubatee }) {
    const id = newId();
    await c.tx.rentPayment.create({ data: { districtId: c.district, id, leaseId, amount: BigInt(amount), on, note: note ?? null } });
    c.announce(aggregate, rentPaid({ amount, on }));
    await post(c, [{ from: moneyOutside(incubatee.projectId, 'rent'), to: money(platformId, 'rent'), amount: BigInt(amount), on, ground: `rent:${id}`, about: leaseId }]);
  },
});
