import { Amount, command, newId, Text, today, Whole } from '#platform';
import { dealEnlarged, dealMachine } from '../domain/deal.js';
import { dealKind } from './kinds.js';

export class EnlargeDeal {
  @Amount({ description: 'Promised investment in all from now on' }) investment!: number;
  @Amount() output!: number;
  @Amount() tax!: number;
  @Whole({ max: 100_000 }) jobs!: number;
  @Text({ min: 2, max: 500 }) reason!: string;
}

export const enlargeDeal = command({
  name: 'enlarge-deal',
  summary: 'Promises more, or other, than was signed; it stays one deal, with what it promised before.',
  on: dealKind,
  may: 'advance',
  target: (input: EnlargeDeal & { deal: string }) => input.deal,
  async decide(c, { investment, output, tax, jobs, reason }, { id: dealId, aggregate, ...deal }) {
    c.move(aggregate, dealMachine.take('change', aggregate.state, {}, [dealEnlarged({ investment, output, tax, jobs, reason })]));
    const before = { investment: Number(deal.promisedInvestment), output: Number(deal.promisedOutput), tax: Number(deal.promisedTax), jobs: deal.promisedJobs };
    await c.tx.dealChange.create({ data: { districtId: c.district, id: newId(), dealId, kind: 'enlarged', on: await today(c), before, after: { investment, output, tax, jobs }, reason } });
    await c.tx.deal.update({ where: c.key(dealId), data: { promisedInvestment: BigInt(investment), promisedOutput: BigInt(output), promisedTax: BigInt(tax), promisedJobs: jobs } });
  },
});
