import { command, Day, notFound, Text, Texts, Whole } from '#platform';
import { mentorChanged } from '../domain/people.js';
import { platformKind } from './kinds.js';

export class ChangeMentor {
  @Texts({ optional: true, max: 20, length: 60 }) fields?: string[];
  @Texts({ optional: true, max: 20, length: 40 }) topics?: string[];
  @Text({ optional: true, max: 4000 }) profile?: string;
  @Whole({ optional: true, max: 200, description: 'Hours a month' }) hours?: number;
  @Day({ optional: true, description: 'His last day' }) until?: string;
}

export const changeMentor = command({
  name: 'change-mentor',
  summary: 'Changes what is known of a mentor, or ends his time; meetings that are booked stay.',
  on: platformKind,
  may: 'run',
  target: (input: ChangeMentor & { platform: string; mentor: string }) => input.platform,
  async decide(c, { platform, mentor, ...given }, { aggregate }) {
    const row = (await c.tx.mentor.findFirst({ where: { districtId: c.district, id: mentor, platformId: platform } })) ?? c.refuse(notFound, { kind: 'mentor', id: mentor });
    await c.tx.mentor.update({ where: c.key(mentor), data: given });
    c.announce(aggregate, mentorChanged({ mentor, name: row.name }));
  },
});
