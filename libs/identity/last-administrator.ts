import type { Context } from '#platform';
import { lastAdministrator } from './domain/person.js';

/** Refuses to leave a district without an administrator. Of two who leave at once, the second waits here and finds himself the last. */
export async function notTheLastAdministrator(c: Context, person: string): Promise<void> {
  await c.tx.$executeRaw`SELECT 1 FROM district WHERE id = ${c.district}::uuid FOR UPDATE`;
  const others = await c.tx.roleGrant.count({ where: { districtId: c.district, role: 'administrator', personId: { not: person }, person: { aggregate: { state: 'active' } } } });
  if (others === 0) c.refuse(lastAdministrator);
}
