import { command, newId, Text } from '#platform';
import { INVITATION_DAYS, memberInvited, MOST_MEMBERS, teamFull, teamInvitationMachine } from '../domain/team.js';
import { projectKind, teamInvitationKind } from './kinds.js';

export class InviteMember {
  @Text({ max: 80, description: 'Whom the link is for' }) name!: string;
}

export const inviteMember = command({
  name: 'invite-member',
  summary: 'Makes a link that lets one person into the team; it works once, for 14 days.',
  on: projectKind,
  may: 'invite',
  target: (input: InviteMember & { project: string }) => input.project,
  async decide(c, { name }, project) {
    const members = await c.tx.roleGrant.count({ where: { districtId: c.district, role: 'team', scopeId: project.id } });
    const waiting = await c.tx.teamInvitation.count({ where: { districtId: c.district, projectId: project.id, expiresAt: { gt: c.now }, aggregate: { state: 'open' } } });
    if (members + waiting >= MOST_MEMBERS) c.refuse(teamFull, { most: MOST_MEMBERS });
    const id = newId();
    const expiresAt = new Date(c.now.getTime() + INVITATION_DAYS * 86_400_000);
    c.create(teamInvitationKind.kind, teamInvitationMachine.begin(memberInvited({ invitation: id, until: expiresAt.toISOString() })), { id, project: project.id });
    await c.tx.teamInvitation.create({ data: { districtId: c.district, id, projectId: project.id, name, expiresAt } });
    return { id, expiresAt: expiresAt.toISOString() };
  },
});
