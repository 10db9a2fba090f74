import { Choice, command, Ref } from '#platform';
import { roleGranted } from '../domain/person.js';
import { ROLE_NAMES, type Role } from '../domain/roles.js';
import { scopeOf } from '../scope-of.js';
import { person } from './person.js';

export class GrantRole {
  @Choice(ROLE_NAMES) role!: Role;
  @Ref({ optional: true, description: 'What the role is held on; the district itself for administrators and auditors' }) scope?: string;
}

export const grantRole = command({
  name: 'grant-role',
  summary: 'Gives a person a role on the district or on one thing in it.',
  on: person,
  may: 'grant',
  target: (input: GrantRole & { person: string }) => input.person,
  async decide(c, { role, scope: given }, someone) {
    const scope = scopeOf(c, role, given);
    if (someone.grants.some((grant) => grant.role === role && grant.scopeId === scope)) return;
    await c.tx.roleGrant.create({ data: { districtId: c.district, personId: someone.id, role, scopeId: scope } });
    c.announce(someone.aggregate, roleGranted({ person: someone.id, role, scope }));
  },
});
