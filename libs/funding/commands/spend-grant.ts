import { post } from '#ledger';
import { Amount, Choice, command, Day, newId, Text } from '#platform';
import { checkSpending, grantMachine, grantMoneyShort, grantPots, headingUnknown, moneySpent, spentUnder, voucherKnown } from '../domain/grant.js';
import { grantKind } from './kinds.js';

export class SpendGrant {
  @Text({ max: 40 }) heading!: string;
  @Choice(['grant', 'own'], { description: 'Whose money it was' }) from!: 'grant' | 'own';
  @Amount({ min: 1 }) amount!: number;
  @Day() on!: string;
  @Text({ max: 300 }) what!: string;
  @Text({ max: 100, description: 'The number of the invoice or voucher' }) voucher!: string;
}

export const spendGrant = command({
  name: 'spend-grant',
  summary: 'Enters money spent on a project under a heading of its budget, by its voucher.',
  on: grantKind,
  may: 'spend',
  target: (input: SpendGrant & { grant: string }) => input.grant,
  async decide(c, { heading, from, amount, on, what, voucher }, grant) {
    const { id, aggregate, budget, scheme, spendings } = grant;
    const lines = new Map(Object.entries(budget as Record<string, number>));
    const line = lines.get(heading) ?? c.refuse(headingUnknown, { heading, headings: [...lines.keys()].join(', ') });
    if (spendings.some((one) => one.voucher === voucher)) c.refuse(voucherKnown, { voucher });
    const spent = spendings.filter((one) => one.heading === heading).reduce((sum, one) => sum + one.amount, 0n);
    c.must(checkSpending(heading, BigInt(amount), { budget: BigInt(line), spent, slack: scheme.slack }));
    c.move(aggregate, grantMachine.take('spend', aggregate.state, {}, [moneySpent({ heading, from, amount, on, voucher })]));
    const spending = newId();
    await c.tx.spending.create({ data: { districtId: c.district, id: spending, grantId: id, heading, from, amount: BigInt(amount), on, what, voucher } });
    const pots = grantPots(grant);
    await post(c, [{ from: from === 'grant' ? pots.unspent : pots.own, to: spentUnder(grant, heading), amount: BigInt(amount), on, ground: `spending:${spending}`, about: id, short: { type: grantMoneyShort, facts: {} } }]);
    return { spending };
  },
});
