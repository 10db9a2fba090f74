import { Injectable } from '@nestjs/common';
import { lastDayOf, quarterOf, quartersAfter, refuse } from '#kernel';
import { Calendar, Database, notFound, Permissions, type Actor } from '#platform';
import { judgePromise, shareOut, type Consequence, type Promised } from '../domain/commitment.js';
import { muOf } from '../domain/standard-land.js';

/** What a park's deals promised and yielded in a year, and an enclave's split of it. */
@Injectable()
export class CommitmentsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly calendar: Calendar,
  ) {}

  /** Judged on the last day of the last quarter that is over, in that year; an enclave's split is by that year's shares, to the fen. */
  async ofPark(actor: Actor, id: string, year: string) {
    const { prisma } = this.database;
    const park = await prisma.park.findFirst({ where: { AND: [{ OR: [this.permissions.where(actor, 'run', 'Park'), this.permissions.where(actor, 'audit', 'Park')] }, { id }] }, include: { shares: { orderBy: { year: 'asc' } } } });
    if (!park) return refuse(notFound, { kind: 'park', id });
    const reported = lastDayOf(quartersAfter(quarterOf(this.calendar.today()), -1));
    const day = reported < `${year}-12-31` ? reported : `${year}-12-31`;
    const rows = await prisma.deal.findMany({ where: { districtId: actor.district, parkId: id }, include: { aggregate: true, site: true, quarters: { where: { current: true }, orderBy: { quarter: 'asc' } } }, orderBy: { id: 'asc' } });
    const shares = park.shares.filter((one) => one.year <= year).at(-1) ?? null;
    const deals = rows.map(({ quarters, consequences, site, ...deal }) => {
      const known = quarters.filter(({ quarter }) => quarter <= quarterOf(day));
      const ofYear = known.filter(({ quarter }) => quarter.startsWith(year));
      const sum = (of: 'investment' | 'output' | 'tax', from: typeof known) => from.reduce((total, one) => total + one[of], 0n);
      const [investment, output, tax] = [sum('investment', known), sum('output', ofYear), sum('tax', ofYear)];
      const mu = site === null ? null : muOf(site.area);
      const actual = { investment: Number(investment), output: Number(output), tax: Number(tax), jobs: known.at(-1)?.jobs ?? 0, 'output-per-mu': mu === null ? 0 : Math.round(Number(output) / mu) };
      const promise = (what: Promised['what'], amount: number, by: string | null) => (by === null ? [] : [judgePromise({ what, amount, from: deal.declaredOn, by }, actual[what], year, day, consequences as unknown as Consequence[])]);
      const yearly = Number(deal.promisedOutput);
      return {
        ...{ deal: deal.id, firm: deal.firm, state: deal.aggregate.state, mu, actual: { investment: actual.investment, output: actual.output, tax: actual.tax, jobs: actual.jobs, outputPerMu: mu === null ? null : actual['output-per-mu'] } },
        promises: [
          ...promise('investment', Number(deal.promisedInvestment), deal.investedBy),
          ...promise('output', yearly, deal.yieldBy),
          ...promise('tax', Number(deal.promisedTax), deal.yieldBy),
          ...promise('jobs', deal.promisedJobs, deal.yieldBy),
          ...(mu === null ? [] : promise('output-per-mu', Math.round(yearly / mu), deal.yieldBy)),
        ],
        split: { output: splitOf(output, shares?.output), tax: splitOf(tax, shares?.tax) },
      };
    });
    const whole = (of: 'output' | 'tax') => deals.reduce(({ whole: a, own: b, partner: c }, { split }) => ({ whole: a + split[of].whole, own: b + split[of].own, partner: c + split[of].partner }), { whole: 0, own: 0, partner: 0 });
    return { park: { id, name: park.name, partner: park.partner }, year, day, shares: shares && { output: shares.output, tax: shares.tax, emission: shares.emission }, output: whole('output'), tax: whole('tax'), deals };
  }
}

function splitOf(amount: bigint, share = 0) {
  const { own, partner } = shareOut(amount, share);
  return { whole: Number(amount), own: Number(own), partner: Number(partner) };
}
