import { command, Day, newId, notFound, Ref } from '#platform';
import { siteElsewhere } from '../domain/deal.js';
import { holdNotForward, siteHeld, siteReserved, siteRetiredAlready } from '../domain/park.js';
import { dealKind } from './kinds.js';

export class ReserveSite {
  @Ref() site!: string;
  @Day() from!: string;
  @Day() until!: string;
}

export const reserveSite = command({
  name: 'reserve-site',
  summary: 'Keeps a site for a deal until a day; no other deal may have it in that time.',
  on: dealKind,
  may: 'advance',
  target: (input: ReserveSite & { deal: string }) => input.deal,
  async decide(c, { site: siteId, from, until }, { id: dealId, aggregate, parkId }) {
    if (until < from) c.refuse(holdNotForward, { from, until });
    await c.lock(siteId);
    const site = (await c.tx.site.findUnique({ where: c.key(siteId), include: { aggregate: true } })) ?? c.refuse(notFound, { kind: 'site', id: siteId });
    if (site.parkId !== parkId) c.refuse(siteElsewhere);
    if (site.aggregate.state === 'retired') c.refuse(siteRetiredAlready, { code: site.code });
    c.announce(aggregate, siteReserved({ site: siteId, deal: dealId, from, until }));
    await c.unlessTaken(c.tx.siteHold.create({ data: { districtId: c.district, id: newId(), siteId, dealId, kind: 'reserved', from, until } }), siteHeld, { code: site.code });
  },
});
