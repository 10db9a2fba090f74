import { isCreditCode } from '#kernel';
import { Choice, command, Text } from '#platform';
import { wrongCreditCode } from '../domain/organisation.js';
import { profileChanged } from '../domain/person.js';
import { organisationFor } from '../organisation-for.js';
import { person } from './person.js';

export class ChangeProfile {
  @Text({ max: 80, optional: true }) name?: string;
  @Choice(['zh', 'en'] as const, { optional: true, description: 'The language of mails' }) language?: 'zh' | 'en';
  @Text({ max: 120, optional: true, description: 'The organisation one belongs to; its entries are never given to one to judge' }) organisation?: string;
  @Text({ max: 18, optional: true, description: 'The organisation’s unified social credit code' }) creditCode?: string;
}

export const changeProfile = command({
  name: 'change-profile',
  summary: 'Changes one’s own name, language or organisation.',
  on: person,
  may: 'change',
  target: (input: ChangeProfile & { person: string }) => input.person,
  async decide(c, { name, language, organisation, creditCode }, someone) {
    if (creditCode !== undefined && !isCreditCode(creditCode)) c.refuse(wrongCreditCode, { code: creditCode });
    const belongs = organisation === undefined ? {} : { organisationId: await organisationFor(c, { name: organisation, creditCode }) };
    await c.tx.person.update({ where: c.key(someone.id), data: { ...(name !== undefined && { name }), ...(language !== undefined && { language }), ...belongs } });
    c.announce(someone.aggregate, profileChanged({ person: someone.id }));
  },
});
