import { command } from '#platform';
import { invitationRevoked, teamInvitationMachine } from '../domain/team.js';
import { teamInvitationKind } from './kinds.js';

export const revokeInvitation = command({
  name: 'revoke-team-invitation',
  summary: 'Takes back a link into the team that nobody has used.',
  on: teamInvitationKind,
  may: 'revoke',
  target: (input: { invitation: string }) => input.invitation,
  async decide(c, _, { id, aggregate }) {
    c.move(aggregate, teamInvitationMachine.take('revoke', aggregate.state, {}, [invitationRevoked({ invitation: id })]));
  },
});
