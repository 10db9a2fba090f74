import { Choice, command, districtKind, Email, Ref, Text } from '#platform';
import { personInvited, roleGranted, roleScope } from '../domain/person.js';
import { DISTRICT_ROLES, ROLES, type Role } from '../domain/roles.js';
import { enterPerson } from '../enter-person.js';

const ROLE_NAMES = Object.keys(ROLES) as Role[];

export class InvitePerson {
  @Text({ max: 60 }) name!: string;
  @Email() email!: string;
  @Choice(ROLE_NAMES, { optional: true, description: 'What he is invited to be; an account alone where it is left out' }) role?: Role;
  @Ref({ optional: true, description: 'What the role is held on; the district itself for administrators, auditors and leaders' }) scope?: string;
  @Text({ optional: true, max: 120 }) organisation?: string;
}

export const invitePerson = command({
  name: 'invite-person',
  summary: 'Invites someone by his address, to a role where one is named. The link in the mail makes the account he signs in with the one that holds it; inviting again sends it again.',
  on: districtKind,
  may: 'grant',
  exclusive: false,
  target: (_: InvitePerson, district) => district,
  async decide(c, { name, email, role, scope: given, organisation }) {
    const scope = role === undefined || DISTRICT_ROLES.includes(role) ? c.district : (given ?? c.refuse(roleScope, { role }));
    const held = role !== undefined && (await c.tx.roleGrant.count({ where: { districtId: c.district, role, scopeId: scope, person: { email: email.toLowerCase(), mergedInto: null } } })) > 0;
    const id = await enterPerson(c, { name, email, organisation }, (person) => [...(role === undefined || held ? [] : [roleGranted({ person, role, scope })]), personInvited({ person, role: role ?? null, scope })]);
    if (role !== undefined) await c.tx.roleGrant.createMany({ data: [{ districtId: c.district, personId: id, role, scopeId: scope }], skipDuplicates: true });
    return { id };
  },
});
