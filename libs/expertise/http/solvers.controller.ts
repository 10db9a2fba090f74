import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Choice, Commands, Does, PageQuery, SignedIn, Text, type Caller } from '#platform';
import { AddWork, addWork } from '../commands/add-work.js';
import { DescribeSolver, describeSolver } from '../commands/describe-solver.js';
import { EnterSolver, enterSolver } from '../commands/enter-solver.js';
import { SOLVER_KINDS } from '../domain/solver.js';
import { SolversView } from '../views/solvers.js';

class SolversQuery extends PageQuery {
  @Choice(SOLVER_KINDS, { optional: true }) kind?: string;
  @Text({ optional: true, max: 40 }) field?: string;
}

/** Experts, teams and institutes who solve problems. */
@ApiTags('solvers')
@Controller()
@SignedIn()
export class SolversController {
  constructor(
    private readonly commands: Commands,
    private readonly solvers: SolversView,
  ) {}

  @Post('solvers')
  @Does(enterSolver)
  enter(@By() by: Caller, @Body() body: EnterSolver) {
    return this.commands.run(enterSolver, by, body);
  }

  @Get('solvers')
  list(@By() by: Caller, @Query() query: SolversQuery) {
    return this.solvers.solvers(by.actor, query, query);
  }

  @Get('solvers/:solver')
  one(@By() by: Caller, @Param('solver', AnId) solver: string) {
    return this.solvers.solver(by.actor, solver);
  }

  @Post('solvers/:solver/describe')
  @Does(describeSolver)
  describe(@By() by: Caller, @Param('solver', AnId) solver: string, @Body() body: DescribeSolver) {
    return this.commands.run(describeSolver, by, { ...body, solver });
  }

  @Post('solvers/:solver/works')
  @Does(addWork)
  addWork(@By() by: Caller, @Param('solver', AnId) solver: string, @Body() body: AddWork) {
    return this.commands.run(addWork, by, { ...body, solver });
  }
}
