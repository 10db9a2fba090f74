import { command } from '#platform';
import { lastAdministrator, roleWithdrawn } from '../domain/person.js';
import { person } from './person.js';

export const withdrawRole = command({
  name: 'withdraw-role',
  summary: 'Takes a role from a person; it acts at once. The last administrator stays.',
  on: person,
  may: 'grant',
  target: (input: { person: string; role: string; scope: string }) => input.person,
  async decide(c, { role, scope }, someone) {
    // Of two administrators who withdraw each other at once, the second waits here and finds himself the last.
    if (role === 'administrator') {
      await c.tx.$executeRaw`SELECT 1 FROM district WHERE id = ${c.district}::uuid FOR UPDATE`;
      const others = await c.tx.roleGrant.count({ where: { districtId: c.district, role, personId: { not: someone.id }, person: { aggregate: { state: 'active' } } } });
      if (others === 0) c.refuse(lastAdministrator);
    }
    const { count } = await c.tx.roleGrant.deleteMany({ where: { districtId: c.district, personId: someone.id, role, scopeId: scope } });
    if (count > 0) c.announce(someone.aggregate, roleWithdrawn({ person: someone.id, role, scope }));
  },
});
