import { Choice, command, Day, newId, Text } from '#platform';
import { ACTIVITY_KINDS, activityHeld } from '../domain/people.js';
import { platformKind } from './kinds.js';

export class EnterActivity {
  @Text({ max: 120 }) title!: string;
  @Choice(ACTIVITY_KINDS) kind!: (typeof ACTIVITY_KINDS)[number];
  @Day() on!: string;
  @Text({ optional: true, max: 120 }) place?: string;
}

export const enterActivity = command({
  name: 'enter-activity',
  summary: 'Enters an activity of a platform, ahead or afterwards.',
  on: platformKind,
  may: 'run',
  target: (input: EnterActivity & { platform: string }) => input.platform,
  async decide(c, { platform, ...given }, { aggregate }) {
    const activity = newId();
    await c.tx.activity.create({ data: { districtId: c.district, id: activity, platformId: platform, ...given } });
    c.announce(aggregate, activityHeld({ activity, title: given.title, on: given.on }));
    return { activity };
  },
});
