import { command, Text, Texts } from '#platform';
import { instituteDescribed } from '../domain/institute.js';
import { instituteKind } from './kinds.js';

export class DescribeInstitute {
  @Text({ optional: true, max: 120 }) place?: string;
  @Text({ optional: true, max: 8000 }) profile?: string;
  @Texts({ optional: true, max: 20, length: 40 }) fields?: string[];
}

export const describeInstitute = command({
  name: 'describe-institute',
  summary: 'Changes what is known of an institute; what is left out stays.',
  on: instituteKind,
  may: 'run',
  target: (input: DescribeInstitute & { institute: string }) => input.institute,
  async decide(c, { place, profile, fields }, { id, aggregate, name }) {
    c.announce(aggregate, instituteDescribed({ name }));
    await c.tx.institute.update({ where: c.key(id), data: { ...(place !== undefined && { place }), ...(profile !== undefined && { profile }), ...(fields && { fields }) } });
  },
});
