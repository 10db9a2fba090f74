import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import type { DistrictId } from '#kernel';
import { AnId, By, Choice, Commands, DISTRICT, Does, Open, PageQuery, SignedIn, Text, Year, type Caller } from '#platform';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { AcceptSolution, acceptSolution } from '../commands/accept-solution.js';
import { AnswerIntroduction, answerIntroduction } from '../commands/answer-introduction.js';
import { DescribeProblem, describeProblem } from '../commands/describe-problem.js';
import { GiveUpSolving, giveUpSolving } from '../commands/give-up-solving.js';
import { IntroduceSolver, introduceSolver } from '../commands/introduce-solver.js';
import { RateIntroduction, rateIntroduction } from '../commands/rate-introduction.js';
import { StartSolving, startSolving } from '../commands/start-solving.js';
import { StateProblem, stateProblem } from '../commands/state-problem.js';
import { WithdrawProblem, withdrawProblem } from '../commands/withdraw-problem.js';
import { problemMachine } from '../domain/problem.js';
import { ProblemsView } from '../views/problems.js';

const STATES = Object.keys(problemMachine.states);

class ProblemsQuery extends PageQuery {
  @Choice(STATES, { optional: true }) state?: string;
  @Text({ optional: true, max: 40 }) field?: string;
  @Year({ optional: true, description: 'Solved in this year' }) solved?: string;
}

class MatchesQuery {
  @ApiPropertyOptional({ default: 10, minimum: 1, maximum: 100 })
  @Type(() => Number) @IsInt() @Min(1) @Max(100)
  limit: number = 10;
}

/** Firms' technical problems: stated, matched, talked over, worked on, solved. */
@ApiTags('problems')
@Controller()
@SignedIn()
export class TechnicalProblemsController {
  constructor(
    private readonly commands: Commands,
    private readonly problems: ProblemsView,
    @Inject(DISTRICT) private readonly district: DistrictId,
  ) {}

  @Post('technical-problems')
  @Does(stateProblem)
  state(@By() by: Caller, @Body() body: StateProblem) {
    return this.commands.run(stateProblem, by, body);
  }

  @Get('technical-problems')
  list(@By() by: Caller, @Query() query: ProblemsQuery) {
    return this.problems.list(by.actor, query, query);
  }

  /** What firms let everyone read of their problems. */
  @Get('open-problems')
  @Open()
  published(@Query() query: PageQuery) {
    return this.problems.published(this.district, query);
  }

  @Get('technical-problems/:problem')
  one(@By() by: Caller, @Param('problem', AnId) problem: string) {
    return this.problems.one(by.actor, problem);
  }

  @Post('technical-problems/:problem/describe')
  @Does(describeProblem)
  describe(@By() by: Caller, @Param('problem', AnId) problem: string, @Body() body: DescribeProblem) {
    return this.commands.run(describeProblem, by, { ...body, problem });
  }

  @Post('technical-problems/:problem/withdraw')
  @Does(withdrawProblem)
  withdraw(@By() by: Caller, @Param('problem', AnId) problem: string, @Body() body: WithdrawProblem) {
    return this.commands.run(withdrawProblem, by, { ...body, problem });
  }

  @Get('technical-problems/:problem/matches')
  matches(@By() by: Caller, @Param('problem', AnId) problem: string, @Query() { limit }: MatchesQuery) {
    return this.problems.matches(by.actor, problem, limit);
  }

  @Post('technical-problems/:problem/introductions')
  @Does(introduceSolver)
  introduce(@By() by: Caller, @Param('problem', AnId) problem: string, @Body() body: IntroduceSolver) {
    return this.commands.run(introduceSolver, by, { ...body, problem });
  }

  @Post('technical-problems/:problem/start')
  @Does(startSolving)
  start(@By() by: Caller, @Param('problem', AnId) problem: string, @Body() body: StartSolving) {
    return this.commands.run(startSolving, by, { ...body, problem });
  }

  @Post('technical-problems/:problem/give-up')
  @Does(giveUpSolving)
  giveUp(@By() by: Caller, @Param('problem', AnId) problem: string, @Body() body: GiveUpSolving) {
    return this.commands.run(giveUpSolving, by, { ...body, problem });
  }

  @Post('technical-problems/:problem/accept')
  @Does(acceptSolution)
  accept(@By() by: Caller, @Param('problem', AnId) problem: string, @Body() body: AcceptSolution) {
    return this.commands.run(acceptSolution, by, { ...body, problem });
  }

  @Get('introductions')
  introductions(@By() by: Caller, @Query() query: PageQuery) {
    return this.problems.introductions(by.actor, query);
  }

  @Post('introductions/:introduction/answer')
  @Does(answerIntroduction)
  answer(@By() by: Caller, @Param('introduction', AnId) introduction: string, @Body() body: AnswerIntroduction) {
    return this.commands.run(answerIntroduction, by, { ...body, introduction });
  }

  @Post('introductions/:introduction/rate')
  @Does(rateIntroduction)
  rate(@By() by: Caller, @Param('introduction', AnId) introduction: string, @Body() body: RateIntroduction) {
    return this.commands.run(rateIntroduction, by, { ...body, introduction });
  }
}
