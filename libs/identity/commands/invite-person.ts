import { Choice, command, districtKind, Email, Ref, Text } from '#platform';
import { personInvited, roleGranted } from '../domain/person.js';
import { ROLE_NAMES, type Role } from '../domain/roles.js';
import { enterPerson } from '../enter-person.js';
import { scopeOf } from '../scope-of.js';

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
    const scope = role === undefined ? c.district : scopeOf(c, role, given);
    const holders = role === undefined ? [] : await c.tx.roleGrant.findMany({ where: { districtId: c.district, role, scopeId: scope }, select: { personId: true } });
    // An account counts as his once its address is verified: else whoever signs up with another's address would get his role.
    const id = await enterPerson(c, { name, email, organisation, proven: true }, (person) => [...(role === undefined || holders.some(({ personId }) => personId === person) ? [] : [roleGranted({ person, role, scope })]), personInvited({ person, role: role ?? null, scope })]);
    if (role !== undefined) await c.tx.roleGrant.createMany({ data: [{ districtId: c.district, personId: id, role, scopeId: scope }], skipDuplicates: true });
    return { id };
  },
});
