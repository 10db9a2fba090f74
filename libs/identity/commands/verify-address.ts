import { command } from '#platform';
import { addressVerified } from '../domain/person.js';
import { mergePeople } from '../merge-people.js';
import { person } from './person.js';

export const verifyAddress = command({
  name: 'verify-address',
  summary: 'Records that someone reads the mail of his address: he opened the link that was sent there. What was entered for that address before he had an account becomes his.',
  on: person,
  may: 'verify-address',
  target: (input: { person: string }) => input.person,
  async decide(c, _, someone) {
    if (someone.userId === null) return;
    const { count } = await c.tx.authUser.updateMany({ where: { id: someone.userId, emailVerified: false }, data: { emailVerified: true } });
    if (count === 0) return;
    c.announce(someone.aggregate, addressVerified({ person: someone.id }));
    // Whoever was entered under this address and never had an account is he: what waits for him is his now.
    const entered = await c.tx.person.findMany({ where: { districtId: c.district, email: someone.email, userId: null, mergedInto: null }, select: { id: true } });
    for (const { id } of entered) await mergePeople(c, someone.id, id);
  },
});
