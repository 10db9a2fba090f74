import { post } from '#ledger';
import { command, Day, newId, Text, Whole, Year } from '#platform';
import { envoyMachine, envoyPaid, feePart, feePurse, feesOf, paidAlready, secondPartWaits, yearNotServed } from '../domain/envoy.js';
import { envoyKind } from './kinds.js';

export class PayEnvoy {
  @Year() year!: string;
  @Whole({ min: 1, max: 2 }) part!: number;
  @Day() on!: string;
  @Text({ max: 100, description: 'The voucher or the bank’s number' }) reference!: string;
}

export const payEnvoy = command({
  name: 'pay-envoy',
  summary: 'Pays a part of an envoy’s yearly fee, once: the first when he serves, the second when his year has passed.',
  on: envoyKind,
  may: 'pay',
  target: (input: PayEnvoy & { envoy: string }) => input.envoy,
  async decide(c, { year, part, on, reference }, { id, aggregate, from, to, fee, payments, appraisals }) {
    if (year < from.slice(0, 4) || year > to.slice(0, 4)) c.refuse(yearNotServed, { year, from, to });
    if (payments.some((one) => one.year === year && one.part === part)) c.refuse(paidAlready, { year, part });
    const grade = appraisals.find((one) => one.year === year)?.grade;
    if (part === 2 && (grade === undefined || grade === 'fail')) c.refuse(secondPartWaits);
    const amount = feePart(fee, part === 1 ? 1 : 2);
    c.move(aggregate, envoyMachine.take('pay', aggregate.state, {}, [envoyPaid({ year, part, amount: Number(amount), on })]));
    const payment = newId();
    await c.tx.envoyPayment.create({ data: { districtId: c.district, id: payment, envoyId: id, year, part, amount, on, reference } });
    await post(c, [{ from: feePurse(c.district), to: feesOf(id), amount, on, ground: `envoy:${payment}`, about: id }]);
  },
});
