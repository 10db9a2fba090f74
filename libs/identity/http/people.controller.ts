import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Commands, Does, PageQuery, SignedIn, type Caller } from '#platform';
import { ChangeProfile, changeProfile } from '../commands/change-profile.js';
import { grantRole, GrantRole } from '../commands/grant-role.js';
import { reinstatePerson } from '../commands/reinstate-person.js';
import { suspendPerson } from '../commands/suspend-person.js';
import { withdrawRole } from '../commands/withdraw-role.js';
import { PeopleView } from '../views/people.js';

@ApiTags('people')
@Controller()
@SignedIn()
export class PeopleController {
  constructor(
    private readonly commands: Commands,
    private readonly people: PeopleView,
  ) {}

  /** Who I am here, and the roles I hold. */
  @Get('me')
  me(@By() by: Caller) {
    return this.people.me(by.actor);
  }

  @Patch('people/:person')
  @Does(changeProfile)
  change(@By() by: Caller, @Param('person', AnId) person: string, @Body() body: ChangeProfile) {
    return this.commands.run(changeProfile, by, { ...body, person });
  }

  @Get('people')
  list(@By() by: Caller, @Query() query: PageQuery) {
    return this.people.list(by.actor, query);
  }

  @Post('people/:person/roles')
  @Does(grantRole)
  grant(@By() by: Caller, @Param('person', AnId) person: string, @Body() body: GrantRole) {
    return this.commands.run(grantRole, by, { ...body, person });
  }

  @Delete('people/:person/roles/:role/:scope')
  @Does(withdrawRole)
  withdraw(@By() by: Caller, @Param('person', AnId) person: string, @Param('role') role: string, @Param('scope', AnId) scope: string) {
    return this.commands.run(withdrawRole, by, { person, role, scope });
  }

  @Post('people/:person/suspend')
  @Does(suspendPerson)
  suspend(@By() by: Caller, @Param('person', AnId) person: string) {
    return this.commands.run(suspendPerson, by, { person });
  }

  @Post('people/:person/reinstate')
  @Does(reinstatePerson)
  reinstate(@By() by: Caller, @Param('person', AnId) person: string) {
    return this.commands.run(reinstatePerson, by, { person });
  }
}
