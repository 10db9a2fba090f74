import { lastDayOf, localDay } from '#kernel';
import { Amount, command, Quarter, timeZoneOf, Whole } from '#platform';
import { notProducing, yieldReported, yieldReportedAlready, yieldTooEarly } from '../domain/deal.js';
import { dealKind } from './kinds.js';

export class ReportYield {
  @Quarter() quarter!: string;
  @Amount() output!: number;
  @Amount() tax!: number;
  @Whole({ max: 100_000 }) jobs!: number;
}

export const reportYield = command({
  name: 'report-yield',
  summary: 'Reports a plant’s output, tax and jobs of a quarter that is over.',
  on: dealKind,
  may: 'report-yield',
  target: (input: ReportYield & { deal: string }) => input.deal,
  async decide(c, { quarter, output, tax, jobs }, { id: dealId, aggregate, quarters }) {
    if (!['producing', 'at-capacity', 'above-scale'].includes(aggregate.state)) c.refuse(notProducing, { state: aggregate.state });
    if (quarters.some((reported) => reported.quarter === quarter)) c.refuse(yieldReportedAlready, { quarter });
    const day = lastDayOf(quarter);
    if (localDay(c.now, await timeZoneOf(c)) <= day) c.refuse(yieldTooEarly, { quarter, day });
    await c.tx.quarterYield.create({ data: { districtId: c.district, dealId, quarter, output: BigInt(output), tax: BigInt(tax), jobs, reportedAt: c.now } });
    c.announce(aggregate, yieldReported({ quarter, output, tax, jobs }));
  },
});
