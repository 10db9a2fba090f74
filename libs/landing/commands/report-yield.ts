import { lastDayOf } from '#kernel';
import { command, Quarter, today } from '#platform';
import { notProducing, notSigned, yieldReported, yieldReportedAlready, yieldTooEarly } from '../domain/deal.js';
import { checkYield, yieldRow } from '../facts/check-yield.js';
import { YieldInput } from '../inputs/yield-input.js';
import { dealKind } from './kinds.js';

export class ReportYield extends YieldInput {
  @Quarter() quarter!: string;
}

const SIGNED = ['contracted', 'building', 'built', 'producing', 'at-capacity', 'above-scale'];

export const reportYield = command({
  name: 'report-yield',
  summary: 'Reports what a deal invested and yielded in a quarter that is over: checked, and asked about where it is far from what was usual.',
  on: dealKind,
  may: 'report-yield',
  target: (input: ReportYield & { deal: string }) => input.deal,
  async decide(c, input, { id: dealId, aggregate, quarters }) {
    const { quarter, output, tax, jobs } = input;
    const { state } = aggregate;
    if (!SIGNED.includes(state)) c.refuse(notSigned, { state });
    if (output > 0 && !['producing', 'at-capacity', 'above-scale'].includes(state)) c.refuse(notProducing, { state });
    if (quarters.some((reported) => reported.quarter === quarter)) c.refuse(yieldReportedAlready, { quarter });
    const day = lastDayOf(quarter);
    if ((await today(c)) <= day) c.refuse(yieldTooEarly, { quarter, day });
    checkYield(c, quarter, input, quarters);
    await c.tx.quarterYield.create({ data: { districtId: c.district, dealId, quarter, ...yieldRow(input), reportedAt: c.now } });
    c.announce(aggregate, yieldReported({ quarter, output, tax, jobs }));
  },
});
