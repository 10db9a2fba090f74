import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isRefusal } from '#kernel';
import { AnId, By, Commands, Does, Links, LinkTo, Open, SignedIn, type Caller } from '#platform';
import { HandOverTeam, handOverTeam } from '../commands/hand-over-team.js';
import { InviteMember, inviteMember } from '../commands/invite-member.js';
import { acceptInvitation } from '../commands/join-team.js';
import { leaveTeam } from '../commands/leave-team.js';
import { revokeInvitation } from '../commands/revoke-invitation.js';
import { TeamView } from '../views/team.js';

const BY_LINK = LinkTo('team', 'team-invitation');

@ApiTags('teams')
@Controller()
@SignedIn()
export class TeamsController {
  constructor(
    private readonly commands: Commands,
    private readonly teams: TeamView,
    private readonly links: Links,
  ) {}

  @Get('projects/:project/team')
  team(@By() by: Caller, @Param('project', AnId) project: string) {
    return this.teams.of(by.actor, project);
  }

  @Post('projects/:project/team/invitations')
  @Does(inviteMember)
  async invite(@By() by: Caller, @Param('project', AnId) project: string, @Body() body: InviteMember) {
    const invited = await this.commands.run(inviteMember, by, { ...body, project });
    return isRefusal(invited) ? invited : { ...invited, token: this.links.token('team', invited.id) };
  }

  @Delete('team-invitations/:invitation')
  @Does(revokeInvitation)
  revoke(@By() by: Caller, @Param('invitation', AnId) invitation: string) {
    return this.commands.run(revokeInvitation, by, { invitation });
  }

  @Open()
  @Get('team-invitations/by-link/:token')
  invitation(@By() by: Caller, @Param('token', BY_LINK) invitation: string) {
    return this.teams.invitation(by.actor, invitation);
  }

  @Post('team-invitations/by-link/:token')
  @Does(acceptInvitation)
  join(@By() by: Caller, @Param('token', BY_LINK) invitation: string) {
    return this.commands.run(acceptInvitation, by, { invitation });
  }

  @Delete('projects/:project/team/:person')
  @Does(leaveTeam)
  leave(@By() by: Caller, @Param('project', AnId) project: string, @Param('person', AnId) person: string) {
    return this.commands.run(leaveTeam, by, { project, person });
  }

  @Post('projects/:project/team/hand-over')
  @Does(handOverTeam)
  handOver(@By() by: Caller, @Param('project', AnId) project: string, @Body() body: HandOverTeam) {
    return this.commands.run(handOverTeam, by, { ...body, project });
  }
}
