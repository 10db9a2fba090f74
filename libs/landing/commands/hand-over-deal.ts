import { daysAfter } from '#kernel';
import { command, newId, notFound, Ref, Text, today } from '#platform';
import { dealHandedOver, dealMachine, nothingHandedOver, siteElsewhere } from '../domain/deal.js';
import { siteHeld, siteMachine, siteReleased, siteTaken } from '../domain/park.js';
import { dealKind } from './kinds.js';

export class HandOverDeal {
  @Text({ optional: true, max: 120, description: 'The firm that takes it over' }) firm?: string;
  @Ref({ optional: true, description: 'The park that takes it over' }) park?: string;
  @Ref({ optional: true, description: 'Its site there, where it has signed for one' }) site?: string;
  @Text({ min: 2, max: 500 }) reason!: string;
}

export const handOverDeal = command({
  name: 'hand-over-deal',
  summary: 'Another firm, or another park, takes a deal over; it stays one deal, and counts for whoever signed it first.',
  on: dealKind,
  may: 'advance',
  target: (input: HandOverDeal & { deal: string }) => input.deal,
  async decide(c, { firm: given, park: to, site, reason }, { id: dealId, aggregate, ...deal }) {
    if (given === undefined && to === undefined) c.refuse(nothingHandedOver);
    const [firm, park] = [given ?? deal.firm, to ?? deal.parkId];
    if (!(await c.tx.park.findUnique({ where: c.key(park) }))) c.refuse(notFound, { kind: 'park', id: park });
    const moved = park !== deal.parkId;
    if (moved !== (site !== undefined) && (deal.siteId !== null || !moved)) c.refuse(siteElsewhere);
    const on = await today(c);
    c.move(aggregate, dealMachine.take('change', aggregate.state, {}, [dealHandedOver({ before: deal.firm, firm, park, reason })]));
    if (moved) {
      // Both sites are locked in one order, whoever else hands over at the same time.
      for (const one of [deal.siteId, site ?? null].filter((id) => id !== null).sort()) await c.lock(one);
      await c.tx.siteHold.updateMany({ where: { districtId: c.district, dealId, OR: [{ until: null }, { until: { gte: on } }] }, data: { until: daysAfter(on, -1), reason } });
      if (deal.siteId !== null) c.move(await c.tx.aggregate.findUniqueOrThrow({ where: c.key(deal.siteId) }), siteMachine.take('release', 'taken', {}, [siteReleased({ deal: dealId })]));
      if (site !== undefined) {
        const row = (await c.tx.site.findUnique({ where: c.key(site), include: { aggregate: true } })) ?? c.refuse(notFound, { kind: 'site', id: site });
        if (row.parkId !== park) c.refuse(siteElsewhere);
        c.move(row.aggregate, siteMachine.take('take', row.aggregate.state, {}, [siteTaken({ deal: dealId })]));
        await c.unlessTaken(c.tx.siteHold.create({ data: { districtId: c.district, id: newId(), siteId: site, dealId, kind: 'leased', from: on, until: null } }), siteHeld, { code: row.code });
      }
    }
    await c.tx.dealChange.create({ data: { districtId: c.district, id: newId(), dealId, kind: 'handed-over', on, before: { firm: deal.firm, park: deal.parkId }, after: { firm, park }, reason } });
    await c.tx.deal.update({ where: c.key(dealId), data: { firm, parkId: park, ...(moved && { siteId: site ?? null }) } });
  },
});
