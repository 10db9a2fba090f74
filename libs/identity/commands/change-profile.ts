import { Choice, command, newId, Text } from '#platform';
import { profileChanged } from '../domain/person.js';
import { person } from './person.js';

export class ChangeProfile {
  @Text({ max: 80, optional: true }) name?: string;
  @Choice(['zh', 'en'] as const, { optional: true, description: 'The language of mails' }) language?: 'zh' | 'en';
  @Text({ max: 120, optional: true, description: 'The organisation one belongs to; its entries are never given to one to judge' }) organisation?: string;
}

export const changeProfile = command({
  name: 'change-profile',
  summary: 'Changes one’s own name, language or organisation.',
  on: person,
  may: 'change',
  target: (input: ChangeProfile & { person: string }) => input.person,
  async decide(c, { name, language, organisation }, someone) {
    const belongs = organisation === undefined ? {} : { organisationId: await organisationNamed(organisation) };
    await c.tx.person.update({ where: c.key(someone.id), data: { ...(name !== undefined && { name }), ...(language !== undefined && { language }), ...belongs } });
    c.announce(someone.aggregate, profileChanged({ person: someone.id }));

    async function organisationNamed(called: string): Promise<string> {
      const where = { districtId_name: { districtId: c.district, name: called } };
      return (await c.tx.organisation.upsert({ where, create: { districtId: c.district, id: newId(), name: called }, update: {} })).id;
    }
  },
});
