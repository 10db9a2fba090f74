import { daysAfter } from '#kernel';
import { command, Day, List, newId, notFound, Ref } from '#platform';
import { dealContracted, dealMachine, siteElsewhere } from '../domain/deal.js';
import { siteHeld, siteMachine, siteTaken } from '../domain/park.js';
import { takeStep } from '../facts/take-step.js';
import { EvidenceInput } from '../inputs/evidence-input.js';
import { dealKind } from './kinds.js';

export class SignDeal {
  @Ref() site!: string;
  @Day() on!: string;
  @Day({ optional: true, description: 'Until when it has the site; for good where it is left out' }) until?: string;
  @List(() => EvidenceInput, { min: 0, max: 20, description: 'What proves it, on file' }) evidence!: EvidenceInput[];
}

export const signDeal = command({
  name: 'sign-deal',
  summary: 'Records the contract for a site, which no other project can have from then on; its own reservation ends in it. The deal counts for whoever signs it first.',
  on: dealKind,
  may: 'advance',
  target: (input: SignDeal & { deal: string }) => input.deal,
  async decide(c, { site, on, until, evidence }, deal) {
    await c.lock(site);
    const row = (await c.tx.site.findUnique({ where: c.key(site), include: { aggregate: true } })) ?? c.refuse(notFound, { kind: 'site', id: site });
    if (row.parkId !== deal.parkId) c.refuse(siteElsewhere);
    c.move(row.aggregate, siteMachine.take('take', row.aggregate.state, {}, [siteTaken({ deal: deal.id })]));
    c.move(deal.aggregate, dealMachine.take('sign', deal.aggregate.state, {}, [dealContracted({ site, on })]));
    await takeStep(c, deal, 'sign', on, evidence);
    await c.tx.siteHold.updateMany({ where: { districtId: c.district, siteId: site, dealId: deal.id, kind: 'reserved', until: { gte: on } }, data: { until: daysAfter(on, -1) } });
    await c.unlessTaken(c.tx.siteHold.create({ data: { districtId: c.district, id: newId(), siteId: site, dealId: deal.id, kind: 'leased', from: on, until: until ?? null } }), siteHeld, { code: row.code });
    await c.tx.deal.update({ where: c.key(deal.id), data: { siteId: site, creditedTo: deal.creditedTo ?? deal.park.name } });
  },
});
