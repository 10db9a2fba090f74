import { enterPerson } from '#identity';
import { Choice, command, Day, Email, newId, Text, Texts, Whole } from '#platform';
import { MENTOR_KINDS, mentorEntered } from '../domain/people.js';
import { platformKind } from './kinds.js';

export class EnterMentor {
  @Text({ max: 80 }) name!: string;
  @Email({ optional: true, description: 'Lets him see and note his hours himself' }) email?: string;
  @Choice(MENTOR_KINDS) kind!: (typeof MENTOR_KINDS)[number];
  @Texts({ max: 20, length: 60, description: 'Fields he knows' }) fields!: string[];
  @Texts({ max: 20, length: 40, description: 'Topics he advises on, see GET /mentoring-topics' }) topics!: string[];
  @Text({ max: 4000, description: 'What he has done, in his own words' }) profile!: string;
  @Whole({ max: 200, description: 'Hours a month that he has' }) hours!: number;
  @Day() from!: string;
}

export const enterMentor = command({
  name: 'enter-mentor',
  summary: 'Enters a mentor of a platform with what he knows and how many hours he has.',
  on: platformKind,
  may: 'run',
  target: (input: EnterMentor & { platform: string }) => input.platform,
  async decide(c, { platform, email, ...given }, { aggregate }) {
    const personId = email === undefined ? null : await enterPerson(c, { name: given.name, email });
    const mentor = newId();
    await c.tx.mentor.create({ data: { districtId: c.district, id: mentor, platformId: platform, personId, ...given } });
    c.announce(aggregate, mentorEntered({ mentor, name: given.name, fields: given.fields }));
    return { mentor };
  },
});
