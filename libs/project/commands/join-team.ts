import { command } from '#platform';
import { alreadyMember, invitationExpired, memberJoined, teamInvitationMachine } from '../domain/team.js';
import { joinTeam } from '../open-project.js';
import { teamInvitationKind } from './kinds.js';

export const acceptInvitation = command({
  name: 'join-team',
  summary: 'Joins a team by the link that its owner made.',
  on: teamInvitationKind,
  may: 'accept',
  target: (input: { invitation: string }) => input.invitation,
  async decide(c, _, { id, aggregate, expiresAt, projectId, project }) {
    if (c.actor.kind !== 'person' || aggregate.state !== 'open' || c.now >= expiresAt) return c.refuse(invitationExpired);
    const person = c.actor.id;
    if ((await c.tx.roleGrant.count({ where: { districtId: c.district, personId: person, role: 'team', scopeId: projectId } })) > 0) c.refuse(alreadyMember);
    await joinTeam(c, projectId, person);
    await c.tx.teamInvitation.update({ where: c.key(id), data: { personId: person } });
    c.move(aggregate, teamInvitationMachine.take('accept', aggregate.state, {}, [memberJoined({ person, title: project.title })]));
    return { project: projectId };
  },
});
