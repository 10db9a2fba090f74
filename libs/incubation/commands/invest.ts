import { Amount, Choice, command, Day, newId, notFound, Ref } from '#platform';
import { isWithPlatform, notAdmitted } from '../domain/incubatee.js';
import { commit, investmentMachine, investmentPaid } from '../domain/seed-fund.js';
import { fundKind } from './kinds.js';

export class Invest {
  @Ref() incubatee!: string;
  @Amount({ min: 1 }) amount!: number;
  @Choice(['equity', 'convertible', 'grant']) instrument!: string;
  @Day() paidOn!: string;
}

export const invest = command({
  name: 'invest',
  summary: 'Records a seed fund’s investment in a firm; a fund never promises more than it has.',
  on: fundKind,
  may: 'invest',
  target: (input: Invest & { fund: string }) => input.fund,
  async decide(c, { incubatee, amount, instrument, paidOn }, fund) {
    const row = (await c.tx.incubatee.findUnique({ where: c.key(incubatee), include: { aggregate: true } })) ?? c.refuse(notFound, { kind: 'incubatee', id: incubatee });
    if (!isWithPlatform(row.aggregate.state)) c.refuse(notAdmitted, { state: row.aggregate.state });
    const id = newId();
    c.move(fund.aggregate, commit(fund, id, amount));
    c.create('investment', investmentMachine.begin(investmentPaid({ fund: fund.id, incubatee, amount, instrument, on: paidOn })), { id, project: row.projectId });
    await c.tx.seedFund.update({ where: c.key(fund.id), data: { committed: { increment: amount } } });
    await c.tx.investment.create({ data: { districtId: c.district, id, fundId: fund.id, incubateeId: incubatee, projectId: row.projectId, amount: BigInt(amount), instrument, paidOn } });
  },
});
