import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Choice, Commands, Does, PageQuery, Ref, SignedIn, Year, type Caller } from '#platform';
import { AddAchievementPaper, addAchievementPaper } from '../commands/add-achievement-paper.js';
import { EnterAchievement, enterAchievement } from '../commands/enter-achievement.js';
import { EnterTechnologyManager, enterTechnologyManager } from '../commands/enter-technology-manager.js';
import { LetTechnologyManagerGo, letTechnologyManagerGo } from '../commands/let-technology-manager-go.js';
import { RefuseContract, refuseContract } from '../commands/refuse-contract.js';
import { RegisterAchievement, registerAchievement } from '../commands/register-achievement.js';
import { RegisterContract, registerContract } from '../commands/register-contract.js';
import { SignContract, signContract } from '../commands/sign-contract.js';
import { achievementMachine, contractMachine } from '../domain/technology.js';
import { TechnologyView } from '../views/technology.js';

class ContractsQuery extends PageQuery {
  @Year({ optional: true, description: 'Signed in this year' }) year?: string;
  @Year({ optional: true, description: 'Registered in this year' }) registered?: string;
  @Choice(Object.keys(contractMachine.states), { optional: true }) state?: string;
  @Ref({ optional: true, description: 'Brought about by this technology manager' }) manager?: string;
}

class AchievementsQuery extends PageQuery {
  @Year({ optional: true, description: 'Registered in this year' }) year?: string;
  @Choice(Object.keys(achievementMachine.states), { optional: true }) state?: string;
}

/** Technology contracts, achievements and the managers who bring them about. */
@ApiTags('technology')
@Controller()
@SignedIn()
export class TechnologyController {
  constructor(
    private readonly commands: Commands,
    private readonly technology: TechnologyView,
  ) {}

  @Post('technology-contracts')
  @Does(signContract)
  sign(@By() by: Caller, @Body() body: SignContract) {
    return this.commands.run(signContract, by, body);
  }

  @Get('technology-contracts')
  contracts(@By() by: Caller, @Query() query: ContractsQuery) {
    return this.technology.contracts(by.actor, query, query);
  }

  @Post('technology-contracts/:contract/register')
  @Does(registerContract)
  register(@By() by: Caller, @Param('contract', AnId) contract: string, @Body() body: RegisterContract) {
    return this.commands.run(registerContract, by, { ...body, contract });
  }

  @Post('technology-contracts/:contract/refuse')
  @Does(refuseContract)
  refuse(@By() by: Caller, @Param('contract', AnId) contract: string, @Body() body: RefuseContract) {
    return this.commands.run(refuseContract, by, { ...body, contract });
  }

  @Post('achievements')
  @Does(enterAchievement)
  enterAchievement(@By() by: Caller, @Body() body: EnterAchievement) {
    return this.commands.run(enterAchievement, by, body);
  }

  @Get('achievements')
  achievements(@By() by: Caller, @Query() query: AchievementsQuery) {
    return this.technology.achievements(by.actor, query, query);
  }

  @Post('achievements/:achievement/papers')
  @Does(addAchievementPaper)
  addPaper(@By() by: Caller, @Param('achievement', AnId) achievement: string, @Body() body: AddAchievementPaper) {
    return this.commands.run(addAchievementPaper, by, { ...body, achievement });
  }

  @Post('achievements/:achievement/register')
  @Does(registerAchievement)
  registerAchievement(@By() by: Caller, @Param('achievement', AnId) achievement: string, @Body() body: RegisterAchievement) {
    return this.commands.run(registerAchievement, by, { ...body, achievement });
  }

  @Post('technology-managers')
  @Does(enterTechnologyManager)
  enterManager(@By() by: Caller, @Body() body: EnterTechnologyManager) {
    return this.commands.run(enterTechnologyManager, by, body);
  }

  @Get('technology-managers')
  managers(@By() by: Caller, @Query() query: PageQuery) {
    return this.technology.managers(by.actor, query);
  }

  @Get('technology-managers/:manager')
  manager(@By() by: Caller, @Param('manager', AnId) manager: string) {
    return this.technology.manager(by.actor, manager);
  }

  @Post('technology-managers/:manager/leave')
  @Does(letTechnologyManagerGo)
  leave(@By() by: Caller, @Param('manager', AnId) manager: string, @Body() body: LetTechnologyManagerGo) {
    return this.commands.run(letTechnologyManagerGo, by, { ...body, manager });
  }
}
