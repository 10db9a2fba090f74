import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Commands, Does, PageQuery, SignedIn, Year, type Caller } from '#platform';
import { ChangeTarget, changeTarget } from '../commands/change-target.js';
import { closePlan } from '../commands/close-plan.js';
import { FinishPlanTask, finishPlanTask } from '../commands/finish-plan-task.js';
import { MovePlanTask, movePlanTask } from '../commands/move-plan-task.js';
import { OpenPlan, openPlan } from '../commands/open-plan.js';
import { SetPlanTask, setPlanTask } from '../commands/set-plan-task.js';
import { SetTarget, setTarget } from '../commands/set-target.js';
import { FiguresView } from '../views/figures.js';
import { PlansView } from '../views/plans.js';

class TargetsQuery {
  @Year() year!: string;
}

/** Targets, and plans of action. */
@ApiTags('plans')
@Controller()
@SignedIn()
export class PlansController {
  constructor(
    private readonly commands: Commands,
    private readonly plans: PlansView,
    private readonly figures: FiguresView,
  ) {}

  @Post('targets')
  @Does(setTarget)
  setTarget(@By() by: Caller, @Body() body: SetTarget) {
    return this.commands.run(setTarget, by, body);
  }

  /** A year's targets: what there is, what part that is, and what it will be at the end of the year. */
  @Get('targets')
  targets(@By() by: Caller, @Query() { year }: TargetsQuery) {
    return this.figures.targets(by.actor, year);
  }

  @Post('targets/:target/change')
  @Does(changeTarget)
  changeTarget(@By() by: Caller, @Param('target', AnId) target: string, @Body() body: ChangeTarget) {
    return this.commands.run(changeTarget, by, { ...body, target });
  }

  @Post('plans')
  @Does(openPlan)
  open(@By() by: Caller, @Body() body: OpenPlan) {
    return this.commands.run(openPlan, by, body);
  }

  @Get('plans')
  list(@By() by: Caller, @Query() query: PageQuery) {
    return this.plans.list(by.actor, query);
  }

  /** What is late, of all plans. */
  @Get('plans/late')
  late(@By() by: Caller) {
    return this.plans.late(by.actor);
  }

  @Get('plans/:plan')
  one(@By() by: Caller, @Param('plan', AnId) plan: string) {
    return this.plans.one(by.actor, plan);
  }

  @Post('plans/:plan/tasks')
  @Does(setPlanTask)
  setTask(@By() by: Caller, @Param('plan', AnId) plan: string, @Body() body: SetPlanTask) {
    return this.commands.run(setPlanTask, by, { ...body, plan });
  }

  @Post('plans/:plan/tasks/:task/move')
  @Does(movePlanTask)
  moveTask(@By() by: Caller, @Param('plan', AnId) plan: string, @Param('task', AnId) task: string, @Body() body: MovePlanTask) {
    return this.commands.run(movePlanTask, by, { ...body, plan, task });
  }

  @Post('plans/:plan/tasks/:task/finish')
  @Does(finishPlanTask)
  finishTask(@By() by: Caller, @Param('plan', AnId) plan: string, @Param('task', AnId) task: string, @Body() body: FinishPlanTask) {
    return this.commands.run(finishPlanTask, by, { ...body, plan, task });
  }

  @Post('plans/:plan/close')
  @Does(closePlan)
  close(@By() by: Caller, @Param('plan', AnId) plan: string) {
    return this.commands.run(closePlan, by, { plan });
  }
}
