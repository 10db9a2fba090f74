import type { Facts } from '#kernel';
import { Choice, command, Day, FactsField, Text } from '#platform';
import { platformDescribed } from '../domain/platform.js';
import { platformKind } from './kinds.js';

export class DescribePlatform {
  @Text({ optional: true, max: 100 }) name?: string;
  @Text({ optional: true, max: 60, description: 'The field it is specialised in' }) field?: string;
  @Text({ optional: true, max: 120 }) operator?: string;
  @Text({ optional: true, max: 200 }) address?: string;
  @Day({ optional: true }) runningSince?: string;
  @Choice(['month', 'quarter'], { optional: true, description: 'How often its firms report' }) reportEvery?: 'month' | 'quarter';
  @FactsField({ optional: true, description: 'Facts for the rules of recognition that no record holds', example: { 'legal-person': true, 'years-of-statistics': 2, 'fund-size': 800000000 } }) stated?: Facts;
}

export const describePlatform = command({
  name: 'describe-platform',
  summary: 'Changes what is known of a platform; what is left out stays.',
  on: platformKind,
  may: 'run',
  target: (input: DescribePlatform & { platform: string }) => input.platform,
  async decide(c, { platform, stated, ...given }, { aggregate, name, stated: before }) {
    await c.tx.platform.update({ where: c.key(platform), data: { ...given, ...(stated && { stated: { ...(before as object), ...stated } }) } });
    c.announce(aggregate, platformDescribed({ name: given.name ?? name }));
  },
});
