import { Body, Controller, Get, Inject, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { refuse, type DistrictId } from '#kernel';
import { AnId, By, Choice, Commands, Config, DISTRICT, Does, Flag, notFound, Open, Period, Ref, send, SignedIn, type Caller } from '#platform';
import { Transform } from 'class-transformer';
import type { FastifyReply } from 'fastify';
import { ActOnFlag, actOnFlag } from '../commands/act-on-flag.js';
import { AdmitIncubatee, admitIncubatee } from '../commands/admit-incubatee.js';
import { AnswerOffer, answerOffer } from '../commands/answer-offer.js';
import { CorrectReport, correctReport } from '../commands/correct-report.js';
import { DescribeIncubatee, describeIncubatee } from '../commands/describe-incubatee.js';
import { EnterIncubatee, enterIncubatee } from '../commands/enter-incubatee.js';
import { ExtendContract, extendContract } from '../commands/extend-contract.js';
import { FileReport, fileReport } from '../commands/file-report.js';
import { GraduateIncubatee, graduateIncubatee } from '../commands/graduate-incubatee.js';
import { LetIncubateeGo, letIncubateeGo } from '../commands/let-incubatee-go.js';
import { MoveMilestone, moveMilestone } from '../commands/move-milestone.js';
import { OpenMove, openMove } from '../commands/open-move.js';
import { ReachMilestone, reachMilestone } from '../commands/reach-milestone.js';
import { RemoveIncubatee, removeIncubatee } from '../commands/remove-incubatee.js';
import { SetMilestone, setMilestone } from '../commands/set-milestone.js';
import { graduationCertificate } from '../files/graduation-certificate.js';
import { OfPlatform } from '../inputs/of-platform.js';
import { AttentionView } from '../views/attention.js';
import { IncubateesView } from '../views/incubatees.js';
import { ReportsInView } from '../views/reports-in.js';

const STATES = ['offered', 'accepted', 'declined', 'admitted', 'graduated', 'left', 'removed'] as const;

class FirmsQuery extends OfPlatform {
  @Choice(STATES, { optional: true }) state?: (typeof STATES)[number];
}

class AttentionQuery {
  @Ref({ optional: true, description: 'Of this platform only' }) platform?: string;
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : (value as unknown)))
  @Flag({ optional: true, description: 'Also signs about which something was done' })
  quiet?: boolean;
}

class ReportsInQuery {
  @Period({ optional: true, description: 'The last whole period where none is named' }) period?: string;
}

/** Firms in incubation: admission, contracts, milestones, reports, health, moving on, graduation. */
@ApiTags('incubation')
@Controller()
@SignedIn()
export class IncubateesController {
  constructor(
    private readonly commands: Commands,
    private readonly incubatees: IncubateesView,
    private readonly attention: AttentionView,
    private readonly reportsIn: ReportsInView,
    private readonly config: Config,
    @Inject(DISTRICT) private readonly district: DistrictId,
  ) {}

  @Post('platforms/:platform/admissions')
  @Does(admitIncubatee)
  admit(@By() by: Caller, @Param('platform', AnId) platform: string, @Body() body: AdmitIncubatee) {
    return this.commands.run(admitIncubatee, by, { ...body, platform });
  }

  /** A firm that is in the platform already, when the platform begins to work with the service. */
  @Post('platforms/:platform/incubatees')
  @Does(enterIncubatee)
  enter(@By() by: Caller, @Param('platform', AnId) platform: string, @Body() body: EnterIncubatee) {
    return this.commands.run(enterIncubatee, by, { ...body, platform });
  }

  @Get('incubatees')
  list(@By() by: Caller, @Query() { platform, state, ...query }: FirmsQuery) {
    return this.incubatees.list(by.actor, query, { platform, state });
  }

  /** Who needs the manager this week: firms with warning signs about which nothing was done yet, the most pressing first. */
  @Get('incubatees/attention')
  queue(@By() by: Caller, @Query() { platform, quiet }: AttentionQuery) {
    return this.attention.queue(by.actor, platform, quiet);
  }

  /** What the platform’s firms reported of a period: who has not, and which figures are far from what was usual. */
  @Get('platforms/:platform/reports')
  reportsOf(@By() by: Caller, @Param('platform', AnId) platform: string, @Query() { period }: ReportsInQuery) {
    return this.reportsIn.of(by.actor, platform, period);
  }

  @Get('incubatees/:incubatee')
  one(@By() by: Caller, @Param('incubatee', AnId) incubatee: string) {
    return this.incubatees.one(by.actor, incubatee);
  }

  @Put('incubatees/:incubatee')
  @Does(describeIncubatee)
  describe(@By() by: Caller, @Param('incubatee', AnId) incubatee: string, @Body() body: DescribeIncubatee) {
    return this.commands.run(describeIncubatee, by, { ...body, incubatee });
  }

  @Post('incubatees/:incubatee/answer')
  @Does(answerOffer)
  answer(@By() by: Caller, @Param('incubatee', AnId) incubatee: string, @Body() body: AnswerOffer) {
    return this.commands.run(answerOffer, by, { ...body, incubatee });
  }

  @Post('incubatees/:incubatee/extend')
  @Does(extendContract)
  extend(@By() by: Caller, @Param('incubatee', AnId) incubatee: string, @Body() body: ExtendContract) {
    return this.commands.run(extendContract, by, { ...body, incubatee });
  }

  @Post('incubatees/:incubatee/open-move')
  @Does(openMove)
  openMove(@By() by: Caller, @Param('incubatee', AnId) incubatee: string, @Body() body: OpenMove) {
    return this.commands.run(openMove, by, { ...body, incubatee });
  }

  @Post('incubatees/:incubatee/milestones')
  @Does(setMilestone)
  setMilestone(@By() by: Caller, @Param('incubatee', AnId) incubatee: string, @Body() body: SetMilestone) {
    return this.commands.run(setMilestone, by, { ...body, incubatee });
  }

  @Post('incubatees/:incubatee/milestones/:milestone/move')
  @Does(moveMilestone)
  moveMilestone(@By() by: Caller, @Param('incubatee', AnId) incubatee: string, @Param('milestone', AnId) milestone: string, @Body() body: MoveMilestone) {
    return this.commands.run(moveMilestone, by, { ...body, incubatee, milestone });
  }

  @Post('incubatees/:incubatee/milestones/:milestone/reach')
  @Does(reachMilestone)
  reach(@By() by: Caller, @Param('incubatee', AnId) incubatee: string, @Param('milestone', AnId) milestone: string, @Body() body: ReachMilestone) {
    return this.commands.run(reachMilestone, by, { ...body, incubatee, milestone });
  }

  /** All versions of a firm's reports. */
  @Get('incubatees/:incubatee/reports')
  reports(@By() by: Caller, @Param('incubatee', AnId) incubatee: string) {
    return this.incubatees.reports(by.actor, incubatee);
  }

  /** What to report next, filled in from last time. */
  @Get('incubatees/:incubatee/reports/next')
  nextReport(@By() by: Caller, @Param('incubatee', AnId) incubatee: string) {
    return this.incubatees.nextReport(by.actor, incubatee);
  }

  @Post('incubatees/:incubatee/reports')
  @Does(fileReport)
  report(@By() by: Caller, @Param('incubatee', AnId) incubatee: string, @Body() body: FileReport) {
    return this.commands.run(fileReport, by, { ...body, incubatee });
  }

  @Put('incubatees/:incubatee/reports/:period')
  @Does(correctReport)
  correct(@By() by: Caller, @Param('incubatee', AnId) incubatee: string, @Param('period') period: string, @Body() body: CorrectReport) {
    return this.commands.run(correctReport, by, { ...body, incubatee, period });
  }

  @Post('incubatees/:incubatee/flag-actions')
  @Does(actOnFlag)
  act(@By() by: Caller, @Param('incubatee', AnId) incubatee: string, @Body() body: ActOnFlag) {
    return this.commands.run(actOnFlag, by, { ...body, incubatee });
  }

  @Post('incubatees/:incubatee/graduate')
  @Does(graduateIncubatee)
  graduate(@By() by: Caller, @Param('incubatee', AnId) incubatee: string, @Body() body: GraduateIncubatee) {
    return this.commands.run(graduateIncubatee, by, { ...body, incubatee });
  }

  /** A graduate's certificate, to print. */
  @Get('incubatees/:incubatee/certificate')
  async certificate(@By() by: Caller, @Param('incubatee', AnId) incubatee: string, @Res() reply: FastifyReply) {
    const graduate = await this.incubatees.graduateFor(by.actor, incubatee);
    return send(reply, graduate ? await graduationCertificate(graduate, this.config.baseUrl) : refuse(notFound, { kind: 'certificate', id: incubatee }), 'application/pdf', 'graduation.pdf');
  }

  /** Whether a code on a graduation certificate is real, and whose it is. */
  @Open()
  @Get('graduates/:code')
  check(@Param('code') code: string) {
    return this.incubatees.check(this.district, code);
  }

  @Post('incubatees/:incubatee/let-go')
  @Does(letIncubateeGo)
  letGo(@By() by: Caller, @Param('incubatee', AnId) incubatee: string, @Body() body: LetIncubateeGo) {
    return this.commands.run(letIncubateeGo, by, { ...body, incubatee });
  }

  @Post('incubatees/:incubatee/remove')
  @Does(removeIncubatee)
  remove(@By() by: Caller, @Param('incubatee', AnId) incubatee: string, @Body() body: RemoveIncubatee) {
    return this.commands.run(removeIncubatee, by, { ...body, incubatee });
  }
}
