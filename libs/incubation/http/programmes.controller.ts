import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Commands, Does, Open, PageQuery, SignedIn, type Caller } from '#platform';
import { AddMaterial, addMaterial } from '../commands/add-material.js';
import { AnswerTask, answerTask } from '../commands/answer-task.js';
import { AttendSession, attendSession } from '../commands/attend-session.js';
import { closeCohort } from '../commands/close-cohort.js';
import { endProgramme } from '../commands/end-programme.js';
import { EnrolParticipant, enrolParticipant } from '../commands/enrol-participant.js';
import { HandInTask, handInTask } from '../commands/hand-in-task.js';
import { OpenCohort, openCohort } from '../commands/open-cohort.js';
import { PlanSession, planSession } from '../commands/plan-session.js';
import { RecordInterest, recordInterest } from '../commands/record-interest.js';
import { SetTask, setTask } from '../commands/set-task.js';
import { SetUpProgramme, setUpProgramme } from '../commands/set-up-programme.js';
import { WithdrawParticipant, withdrawParticipant } from '../commands/withdraw-participant.js';
import { ProgrammesView } from '../views/programmes.js';

/** Programmes and their terms: participants, sessions, tasks, papers, demo days. */
@ApiTags('programmes')
@Controller()
@SignedIn()
export class ProgrammesController {
  constructor(
    private readonly commands: Commands,
    private readonly programmes: ProgrammesView,
  ) {}

  @Open()
  @Get('programmes')
  list(@By() by: Caller, @Query() query: PageQuery) {
    return this.programmes.list(by.actor, query);
  }

  @Post('platforms/:platform/programmes')
  @Does(setUpProgramme)
  setUp(@By() by: Caller, @Param('platform', AnId) platform: string, @Body() body: SetUpProgramme) {
    return this.commands.run(setUpProgramme, by, { ...body, platform });
  }

  @Post('programmes/:programme/end')
  @Does(endProgramme)
  end(@By() by: Caller, @Param('programme', AnId) programme: string) {
    return this.commands.run(endProgramme, by, { programme });
  }

  @Post('programmes/:programme/cohorts')
  @Does(openCohort)
  open(@By() by: Caller, @Param('programme', AnId) programme: string, @Body() body: OpenCohort) {
    return this.commands.run(openCohort, by, { ...body, programme });
  }

  @Get('cohorts/:cohort')
  cohort(@By() by: Caller, @Param('cohort', AnId) cohort: string) {
    return this.programmes.cohort(by.actor, cohort);
  }

  @Post('cohorts/:cohort/participants')
  @Does(enrolParticipant)
  enrol(@By() by: Caller, @Param('cohort', AnId) cohort: string, @Body() body: EnrolParticipant) {
    return this.commands.run(enrolParticipant, by, { ...body, cohort });
  }

  @Post('cohorts/:cohort/sessions')
  @Does(planSession)
  planSession(@By() by: Caller, @Param('cohort', AnId) cohort: string, @Body() body: PlanSession) {
    return this.commands.run(planSession, by, { ...body, cohort });
  }

  @Put('cohorts/:cohort/sessions/:session/attendance')
  @Does(attendSession)
  attend(@By() by: Caller, @Param('cohort', AnId) cohort: string, @Param('session', AnId) session: string, @Body() body: AttendSession) {
    return this.commands.run(attendSession, by, { ...body, cohort, session });
  }

  @Put('cohorts/:cohort/sessions/:session/interest')
  @Does(recordInterest)
  interest(@By() by: Caller, @Param('cohort', AnId) cohort: string, @Param('session', AnId) session: string, @Body() body: RecordInterest) {
    return this.commands.run(recordInterest, by, { ...body, cohort, session });
  }

  @Post('cohorts/:cohort/tasks')
  @Does(setTask)
  setTask(@By() by: Caller, @Param('cohort', AnId) cohort: string, @Body() body: SetTask) {
    return this.commands.run(setTask, by, { ...body, cohort });
  }

  @Post('cohorts/:cohort/materials')
  @Does(addMaterial)
  addMaterial(@By() by: Caller, @Param('cohort', AnId) cohort: string, @Body() body: AddMaterial) {
    return this.commands.run(addMaterial, by, { ...body, cohort });
  }

  @Post('cohorts/:cohort/close')
  @Does(closeCohort)
  close(@By() by: Caller, @Param('cohort', AnId) cohort: string) {
    return this.commands.run(closeCohort, by, { cohort });
  }

  /** Where one's projects take part. */
  @Get('participations')
  participations(@By() by: Caller, @Query() query: PageQuery) {
    return this.programmes.participations(by.actor, query);
  }

  @Put('participations/:participation/tasks/:task')
  @Does(handInTask)
  handIn(@By() by: Caller, @Param('participation', AnId) participation: string, @Param('task', AnId) task: string, @Body() body: HandInTask) {
    return this.commands.run(handInTask, by, { ...body, participation, task });
  }

  @Post('participations/:participation/tasks/:task/answer')
  @Does(answerTask)
  answer(@By() by: Caller, @Param('participation', AnId) participation: string, @Param('task', AnId) task: string, @Body() body: AnswerTask) {
    return this.commands.run(answerTask, by, { ...body, participation, task });
  }

  @Post('participations/:participation/withdraw')
  @Does(withdrawParticipant)
  withdraw(@By() by: Caller, @Param('participation', AnId) participation: string, @Body() body: WithdrawParticipant) {
    return this.commands.run(withdrawParticipant, by, { ...body, participation });
  }
}
