import { command, today } from '#platform';
import { siteHeld, siteMachine, siteRetired } from '../domain/park.js';
import { siteKind } from './kinds.js';

export const retireSite = command({
  name: 'retire-site',
  summary: 'Takes a site out of what is offered; its history stays.',
  on: siteKind,
  may: 'run',
  target: (input: { site: string }) => input.site,
  async decide(c, _, { id, aggregate, code }) {
    const on = await today(c);
    if ((await c.tx.siteHold.count({ where: { districtId: c.district, siteId: id, OR: [{ until: null }, { until: { gte: on } }] } })) > 0) c.refuse(siteHeld, { code });
    c.move(aggregate, siteMachine.take('retire', aggregate.state, {}, [siteRetired({ code, on })]));
    await c.tx.site.update({ where: c.key(id), data: { retiredOn: on } });
  },
});
