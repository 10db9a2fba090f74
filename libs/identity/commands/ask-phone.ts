import { command, Text } from '#platform';
import { numberOf, phoneAsked, PHONE_WAITS_SECONDS, phoneWrong, tooSoon } from '../domain/phone.js';
import { person } from './person.js';

export class AskPhone {
  @Text({ max: 20, description: 'A mobile number: eleven digits of the mainland, or one with + and its country', example: '13800000000' }) phone!: string;
}

export const askPhone = command({
  name: 'ask-phone',
  summary: 'Sends a code to a number that someone says is his; once he types it, urgent notices also reach him there.',
  on: person,
  may: 'change',
  target: (input: AskPhone & { person: string }) => input.person,
  async decide(c, { phone }, someone) {
    const number = numberOf(phone) ?? c.refuse(phoneWrong, { phone });
    if (someone.phoneAskedAt !== null && c.now.getTime() - someone.phoneAskedAt.getTime() < PHONE_WAITS_SECONDS * 1000) c.refuse(tooSoon, { seconds: PHONE_WAITS_SECONDS });
    await c.tx.person.update({ where: c.key(someone.id), data: { phoneAsked: number, phoneAskedAt: c.now, phoneTries: 0 } });
    c.announce(someone.aggregate, phoneAsked({ person: someone.id, asked: c.now.toISOString() }));
  },
});
