import { command, Whole } from '#platform';
import { siteDescribed, siteMachine } from '../domain/park.js';
import { SiteInput, siteRow } from '../inputs/site-input.js';
import { siteKind } from './kinds.js';

export class DescribeSite extends SiteInput {
  @Whole({ optional: true, min: 1, description: 'In square metres' }) area?: number;
}

export const describeSite = command({
  name: 'describe-site',
  summary: 'Changes what is known of a site; what is left out stays.',
  on: siteKind,
  may: 'run',
  target: (input: DescribeSite & { site: string }) => input.site,
  async decide(c, { area, ...offer }, { id, aggregate, code }) {
    c.move(aggregate, siteMachine.take('describe', aggregate.state, {}, [siteDescribed({ code })]));
    await c.tx.site.update({ where: c.key(id), data: { ...(area !== undefined && { area }), ...siteRow(offer) } });
  },
});
