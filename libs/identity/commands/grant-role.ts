import { Choice, command, Ref } from '#platform';
import { roleGranted, roleScope } from '../domain/person.js';
import { DISTRICT_ROLES, ROLES, type Role } from '../domain/roles.js';
import { person } from './person.js';

const ROLE_NAMES = Object.keys(ROLES) as Role[];

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
    const scope = DISTRICT_ROLES.includes(role) ? c.district : (given ?? c.refuse(roleScope, { role }));
    if (someone.grants.some((grant) => grant.role === role && grant.scopeId === scope)) return;
    await c.tx.roleGrant.create({ data: { districtId: c.district, personId: someone.id, role, scopeId: scope } });
    c.announce(someone.aggregate, roleGranted({ person: someone.id, role, scope }));
  },
});
