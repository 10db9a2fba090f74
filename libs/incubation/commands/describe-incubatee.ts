import { isCreditCode } from '#kernel';
import { wrongCreditCode } from '#identity';
import { command, Day, Part, Text } from '#platform';
import { inAnotherPlatform, incubateeDescribed } from '../domain/incubatee.js';
import { ProfileInput } from '../inputs/profile-input.js';
import { incubateeKind } from './kinds.js';

export class DescribeIncubatee {
  @Text({ optional: true, max: 18, description: 'Unified social credit code' }) creditCode?: string;
  @Day({ optional: true, description: 'When the firm was founded' }) registeredOn?: string;
  @Text({ optional: true, max: 60 }) field?: string;
  @Part(() => ProfileInput, { optional: true }) profile?: ProfileInput;
}

export const describeIncubatee = command({
  name: 'describe-incubatee',
  summary: 'Changes what is known of a firm: its code, founding, field, and what the yearly statistics ask; what is left out stays.',
  on: incubateeKind,
  may: 'describe',
  target: (input: DescribeIncubatee & { incubatee: string }) => input.incubatee,
  async decide(c, { incubatee, profile, creditCode, ...given }, { aggregate, firm, profile: before }) {
    if (creditCode !== undefined && !isCreditCode(creditCode)) c.refuse(wrongCreditCode, { code: creditCode });
    const merged = profile && { ...(before as object), ...(JSON.parse(JSON.stringify(profile)) as object) };
    await c.tx.incubatee.update({ where: c.key(incubatee), data: { ...given, ...(creditCode !== undefined && { creditCode }), ...(merged && { profile: merged }) } });
    if (creditCode !== undefined) await c.unlessTaken(c.tx.stay.updateMany({ where: { districtId: c.district, incubateeId: incubatee }, data: { creditCode } }), inAnotherPlatform);
    c.announce(aggregate, incubateeDescribed({ firm: firm ?? '' }));
  },
});
