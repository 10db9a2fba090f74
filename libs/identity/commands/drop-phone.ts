import { command } from '#platform';
import { phoneDropped } from '../domain/phone.js';
import { person } from './person.js';

export const dropPhone = command({
  name: 'drop-phone',
  summary: 'Forgets someone’s number: he gets no more text messages.',
  on: person,
  may: 'change',
  target: (input: { person: string }) => input.person,
  async decide(c, _, someone) {
    await c.tx.person.update({ where: c.key(someone.id), data: { phone: null, phoneAsked: null } });
    c.announce(someone.aggregate, phoneDropped({ person: someone.id }));
  },
});
