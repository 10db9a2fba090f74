import { command } from '#platform';
import { addressVerified } from '../domain/person.js';
import { person } from './person.js';

export const verifyAddress = command({
  name: 'verify-address',
  summary: 'Records that someone reads the mail of his address: he opened the link that was sent there.',
  on: person,
  may: 'verify-address',
  target: (input: { person: string }) => input.person,
  async decide(c, _, someone) {
    if (someone.userId === null) return;
    const { count } = await c.tx.authUser.updateMany({ where: { id: someone.userId, emailVerified: false }, data: { emailVerified: true } });
    if (count > 0) c.announce(someone.aggregate, addressVerified({ person: someone.id }));
  },
});
