import { daysAfter } from '#kernel';
import { command, Ref, Text, today } from '#platform';
import { noReservation, reservationGivenUp } from '../domain/park.js';
import { dealKind } from './kinds.js';

export class GiveUpReservation {
  @Ref() site!: string;
  @Text({ min: 2, max: 500 }) reason!: string;
}

export const giveUpReservation = command({
  name: 'give-up-reservation',
  summary: 'Ends a deal’s reservation of a site before its day; others may have it from today.',
  on: dealKind,
  may: 'advance',
  target: (input: GiveUpReservation & { deal: string }) => input.deal,
  async decide(c, { site, reason }, { id: dealId, aggregate }) {
    const on = await today(c);
    const hold = (await c.tx.siteHold.findFirst({ where: { districtId: c.district, siteId: site, dealId, kind: 'reserved', until: { gte: on } } })) ?? c.refuse(noReservation);
    c.announce(aggregate, reservationGivenUp({ site, deal: dealId, reason }));
    await c.tx.siteHold.update({ where: c.key(hold.id), data: { until: daysAfter(on, -1), reason } });
  },
});
