import { command, Day, notFound, Ref } from '#platform';
import { dealContracted, dealMachine, siteElsewhere } from '../domain/deal.js';
import { siteMachine, siteTaken } from '../domain/park.js';
import { dealKind } from './kinds.js';

export class SignDeal {
  @Ref() site!: string;
  @Day() on!: string;
}

export const signDeal = command({
  name: 'sign-deal',
  summary: 'Records the contract for a site, which no other project can sign for any more.',
  on: dealKind,
  may: 'advance',
  target: (input: SignDeal & { deal: string }) => input.deal,
  async decide(c, { site, on }, deal) {
    await c.lock(site);
    const row = (await c.tx.site.findUnique({ where: c.key(site), include: { aggregate: true } })) ?? c.refuse(notFound, { kind: 'site', id: site });
    if (row.parkId !== deal.parkId) c.refuse(siteElsewhere);
    c.move(row.aggregate, siteMachine.take('take', row.aggregate.state, {}, [siteTaken({ deal: deal.id })]));
    c.move(deal.aggregate, dealMachine.take('sign', deal.aggregate.state, {}, [dealContracted({ site, on })]));
    await c.tx.deal.update({ where: c.key(deal.id), data: { siteId: site } });
  },
});
