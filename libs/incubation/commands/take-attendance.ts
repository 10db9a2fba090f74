import { command, List, Ref, Whole } from '#platform';
import { attendanceTaken, noSuchActivity, notOfPlatform } from '../domain/people.js';
import { platformKind } from './kinds.js';

export class CameInput {
  @Ref() incubatee!: string;
  @Whole({ min: 1, max: 10_000 }) people!: number;
}

export class TakeAttendance {
  @List(() => CameInput, { min: 0, max: 1000 }) came!: CameInput[];
  @Whole({ max: 1_000_000, description: 'People who came in all' }) people!: number;
}

export const takeAttendance = command({
  name: 'take-attendance',
  summary: 'Puts down who came to an activity, in place of what was put down before.',
  on: platformKind,
  may: 'run',
  target: (input: TakeAttendance & { platform: string; activity: string }) => input.platform,
  async decide(c, { platform, activity, came, people }, { aggregate }) {
    const of = { districtId: c.district, activityId: activity };
    const { count } = await c.tx.activity.updateMany({ where: { districtId: c.district, id: activity, platformId: platform }, data: { people } });
    if (count === 0) c.refuse(noSuchActivity);
    const firms = new Map(came.map((one) => [one.incubatee, one.people]));
    const known = await c.tx.stay.findMany({ where: { districtId: c.district, platformId: platform, incubateeId: { in: [...firms.keys()] } }, distinct: ['incubateeId'], select: { incubateeId: true } });
    if (known.length < firms.size) c.refuse(notOfPlatform, { count: firms.size - known.length });
    await c.tx.activityAttended.deleteMany({ where: of });
    await c.tx.activityAttended.createMany({ data: [...firms].map(([incubateeId, number]) => ({ ...of, incubateeId, people: number })) });
    c.announce(aggregate, attendanceTaken({ activity, firms: firms.size, people }));
  },
});
