import { command } from '#platform';
import { roleWithdrawn } from '../domain/person.js';
import { notTheLastAdministrator } from '../last-administrator.js';
import { person } from './person.js';

export const withdrawRole = command({
  name: 'withdraw-role',
  summary: 'Takes a role from a person; it acts at once. The last administrator stays.',
  on: person,
  may: 'grant',
  target: (input: { person: string; role: string; scope: string }) => input.person,
  async decide(c, { role, scope }, someone) {
    if (role === 'administrator') await notTheLastAdministrator(c, someone.id);
    const { count } = await c.tx.roleGrant.deleteMany({ where: { districtId: c.district, personId: someone.id, role, scopeId: scope } });
    if (count > 0) c.announce(someone.aggregate, roleWithdrawn({ person: someone.id, role, scope }));
  },
});
