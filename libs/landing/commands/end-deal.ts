import { command, Text } from '#platform';
import { dealEnded, dealMachine } from '../domain/deal.js';
import { siteMachine, siteReleased } from '../domain/park.js';
import { dealKind } from './kinds.js';

export class EndDeal {
  @Text({ min: 5, max: 500 }) reason!: string;
}

export const endDeal = command({
  name: 'end-deal',
  summary: 'Records that a project leaves its park or does not come; its site is free again.',
  on: dealKind,
  may: 'advance',
  target: (input: EndDeal & { deal: string }) => input.deal,
  async decide(c, { reason }, { id, aggregate, siteId }) {
    c.move(aggregate, dealMachine.take('end', aggregate.state, {}, [dealEnded({ reason })]));
    if (siteId === null) return;
    await c.lock(siteId);
    const site = await c.tx.aggregate.findUniqueOrThrow({ where: c.key(siteId) });
    c.move(site, siteMachine.take('release', site.state, {}, [siteReleased({ deal: id })]));
  },
});
