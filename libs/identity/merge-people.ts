import type { Context } from '#platform';
import { personMachine, personMerged } from './domain/person.js';

/** Makes `other` one with `keeper`: his roles and ties go over, and whoever signs in as him acts as the keeper. */
export async function mergePeople(c: Context, keeper: string, other: string): Promise<void> {
  const row = await c.tx.person.findUniqueOrThrow({ where: c.key(other), include: { aggregate: true, grants: true } });
  await c.lock(other);
  c.move(row.aggregate, personMachine.take('merge', row.aggregate.state, {}, [personMerged({ person: other, into: keeper })]));
  await c.tx.person.update({ where: c.key(other), data: { mergedInto: keeper } });
  await c.tx.person.updateMany({ where: { districtId: c.district, mergedInto: other }, data: { mergedInto: keeper } });
  await c.tx.roleGrant.createMany({ data: row.grants.map(({ role, scopeId }) => ({ districtId: c.district, personId: keeper, role, scopeId })), skipDuplicates: true });
  await c.tx.roleGrant.deleteMany({ where: { districtId: c.district, personId: other } });
  await c.tx.tie.updateMany({ where: { districtId: c.district, personId: other }, data: { personId: keeper } });
  if (row.organisationId !== null) await c.tx.person.updateMany({ where: { districtId: c.district, id: keeper, organisationId: null }, data: { organisationId: row.organisationId } });
}
