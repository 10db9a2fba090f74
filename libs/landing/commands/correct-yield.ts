import { command, Quarter, Text } from '#platform';
import { noSuchYield, yieldCorrected } from '../domain/deal.js';
import { checkYield, yieldRow } from '../facts/check-yield.js';
import { YieldInput } from '../inputs/yield-input.js';
import { dealKind } from './kinds.js';

export class CorrectYield extends YieldInput {
  @Quarter() quarter!: string;
  @Text({ min: 2, max: 500 }) reason!: string;
}

export const correctYield = command({
  name: 'correct-yield',
  summary: 'Corrects what was reported of a quarter, with the reason; both versions stay.',
  on: dealKind,
  may: 'report-yield',
  target: (input: CorrectYield & { deal: string }) => input.deal,
  async decide(c, input, { id: dealId, aggregate, quarters }) {
    const { quarter, reason } = input;
    const current = quarters.find((one) => one.quarter === quarter) ?? c.refuse(noSuchYield, { quarter });
    checkYield(c, quarter, input, quarters);
    const version = current.version + 1;
    await c.tx.quarterYield.updateMany({ where: { districtId: c.district, dealId, quarter }, data: { current: false } });
    await c.tx.quarterYield.create({ data: { districtId: c.district, dealId, quarter, version, ...yieldRow(input), reason, reportedAt: c.now } });
    c.announce(aggregate, yieldCorrected({ quarter, version, reason }));
  },
});
