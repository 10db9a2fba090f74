import { daysAfter } from '#kernel';
import { command, Text, today } from '#platform';
import { dealEnded, dealMachine } from '../domain/deal.js';
import { siteMachine, siteReleased } from '../domain/park.js';
import { dealKind } from './kinds.js';

export class EndDeal {
  @Text({ min: 2, max: 500 }) reason!: string;
}

export const endDeal = command({
  name: 'end-deal',
  summary: 'Records that a project leaves its park or does not come; its site is free again from today.',
  on: dealKind,
  may: 'advance',
  target: (input: EndDeal & { deal: string }) => input.deal,
  async decide(c, { reason }, { id, aggregate, siteId }) {
    c.move(aggregate, dealMachine.take('end', aggregate.state, {}, [dealEnded({ reason })]));
    const yesterday = daysAfter(await today(c), -1);
    await c.tx.siteHold.updateMany({ where: { districtId: c.district, dealId: id, OR: [{ until: null }, { until: { gt: yesterday } }] }, data: { until: yesterday, reason } });
    if (siteId === null) return;
    await c.lock(siteId);
    const site = await c.tx.aggregate.findUniqueOrThrow({ where: c.key(siteId) });
    c.move(site, siteMachine.take('release', site.state, {}, [siteReleased({ deal: id })]));
  },
});
