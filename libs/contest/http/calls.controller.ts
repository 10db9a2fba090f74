import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { AnId, By, Commands, Does, FactsField, Open, PageQuery, SignedIn, Text, type Caller } from '#platform';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { AnswerQuestion, answerQuestion } from '../commands/answer-question.js';
import { AskQuestion, askQuestion } from '../commands/ask-question.js';
import { changeCall } from '../commands/change-call.js';
import { DraftCall } from '../commands/draft-call.js';
import { ProlongCall, prolongCall } from '../commands/prolong-call.js';
import { publishCall } from '../commands/publish-call.js';
import { SetForm, setForm } from '../commands/set-form.js';
import { ContestsView } from '../views/contests.js';
import { JudgingView } from '../views/judging.js';
import { QuestionsView } from '../views/questions.js';

class FormQuery {
  @ApiPropertyOptional({ type: 'integer' })
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(10_000)
  version?: number;
}

class PreviewQuery {
  @Text({ max: 40, optional: true, description: 'The key of a round; the first where it is left out' }) round?: string;
}

class StatedFacts {
  @FactsField() facts!: Record<string, number | boolean | string>;
}

@ApiTags('calls')
@Controller()
@SignedIn()
export class CallsController {
  constructor(
    private readonly commands: Commands,
    private readonly contests: ContestsView,
    private readonly questions: QuestionsView,
    private readonly judging: JudgingView,
  ) {}

  @Open()
  @Get('calls')
  calls(@By() by: Caller, @Query() query: PageQuery) {
    return this.contests.calls(by.actor, query);
  }

  @Open()
  @Get('calls/:call')
  call(@By() by: Caller, @Param('call', AnId) call: string) {
    return this.contests.call(by.actor, call);
  }

  @Put('calls/:call')
  @Does(changeCall)
  change(@By() by: Caller, @Param('call', AnId) call: string, @Body() body: DraftCall) {
    return this.commands.run(changeCall, by, { ...body, call });
  }

  @Open()
  @Get('calls/:call/form')
  form(@By() by: Caller, @Param('call', AnId) call: string, @Query() { version }: FormQuery) {
    return this.contests.form(by.actor, call, version);
  }

  @Put('calls/:call/form')
  @Does(setForm)
  setForm(@By() by: Caller, @Param('call', AnId) call: string, @Body() body: SetForm) {
    return this.commands.run(setForm, by, { ...body, call });
  }

  /** How the call's rule would judge these facts, clause by clause. */
  @Open()
  @Post('calls/:call/eligibility')
  eligibility(@By() by: Caller, @Param('call', AnId) call: string, @Body() { facts }: StatedFacts) {
    return this.contests.eligibility(by.actor, call, facts);
  }

  @Post('calls/:call/publish')
  @Does(publishCall)
  publish(@By() by: Caller, @Param('call', AnId) call: string) {
    return this.commands.run(publishCall, by, { call });
  }

  @Patch('calls/:call/closing')
  @Does(prolongCall)
  prolong(@By() by: Caller, @Param('call', AnId) call: string, @Body() body: ProlongCall) {
    return this.commands.run(prolongCall, by, { ...body, call });
  }

  @Get('calls/:call/progress')
  progress(@By() by: Caller, @Param('call', AnId) call: string) {
    return this.contests.progressOf(by.actor, call);
  }

  @Open()
  @Get('calls/:call/questions')
  list(@By() by: Caller, @Param('call', AnId) call: string, @Query() query: PageQuery) {
    return this.questions.of(by.actor, call, query);
  }

  @Post('calls/:call/questions')
  @Does(askQuestion)
  ask(@By() by: Caller, @Param('call', AnId) call: string, @Body() body: AskQuestion) {
    return this.commands.run(askQuestion, by, { ...body, call });
  }

  @Post('questions/:question/answer')
  @Does(answerQuestion)
  answer(@By() by: Caller, @Param('question', AnId) question: string, @Body() body: AnswerQuestion) {
    return this.commands.run(answerQuestion, by, { ...body, question });
  }

  /** The rounds of a call that have begun: their state, and for each lot what was published of it. */
  @Open()
  @Get('calls/:call/rounds')
  rounds(@By() by: Caller, @Param('call', AnId) call: string) {
    return this.contests.rounds(by.actor, call);
  }

  /** An entry of the call just as its judges see it, for the office. */
  @Get('entries/:entry/as-judges-see-it')
  preview(@By() by: Caller, @Param('entry', AnId) entry: string, @Query() { round }: PreviewQuery) {
    return this.judging.preview(by.actor, entry, round);
  }
}
