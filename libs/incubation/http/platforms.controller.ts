import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isRefusal } from '#kernel';
import { AnId, AYear, By, Commands, Does, MEDIA, Open, PageQuery, send, SignedIn, workbook, type Caller } from '#platform';
import type { FastifyReply } from 'fastify';
import { DescribePlatform, describePlatform } from '../commands/describe-platform.js';
import { DowngradePlatform, downgradePlatform } from '../commands/downgrade-platform.js';
import { EnterActivity, enterActivity } from '../commands/enter-activity.js';
import { EnterStaff, enterStaff } from '../commands/enter-staff.js';
import { LetStaffGo, letStaffGo } from '../commands/let-staff-go.js';
import { RecognisePlatform, recognisePlatform } from '../commands/recognise-platform.js';
import { RecordService, recordService } from '../commands/record-service.js';
import { RegisterPlatform, registerPlatform } from '../commands/register-platform.js';
import { ReviewPlatform, reviewPlatform } from '../commands/review-platform.js';
import { StateYear, stateYear } from '../commands/state-year.js';
import { TakeAttendance, takeAttendance } from '../commands/take-attendance.js';
import { WithdrawPlatform, withdrawPlatform } from '../commands/withdraw-platform.js';
import { PlatformPeopleView } from '../views/platform-people.js';
import { PlatformsView } from '../views/platforms.js';
import { YearStatisticsView } from '../views/year-statistics.js';

/** Platforms: recognition, staff, services, activities, and the yearly statistics. */
@ApiTags('platforms')
@Controller('platforms')
@SignedIn()
export class PlatformsController {
  constructor(
    private readonly commands: Commands,
    private readonly platforms: PlatformsView,
    private readonly people: PlatformPeopleView,
    private readonly statistics: YearStatisticsView,
  ) {}

  @Post()
  @Does(registerPlatform)
  register(@By() by: Caller, @Body() body: RegisterPlatform) {
    return this.commands.run(registerPlatform, by, body);
  }

  @Open()
  @Get()
  list(@By() by: Caller, @Query() query: PageQuery) {
    return this.platforms.list(by.actor, query);
  }

  @Open()
  @Get(':platform')
  one(@By() by: Caller, @Param('platform', AnId) platform: string) {
    return this.platforms.one(by.actor, platform);
  }

  /** What each level's rule says of the platform today, with what is missing. */
  @Get(':platform/standing')
  standing(@By() by: Caller, @Param('platform', AnId) platform: string) {
    return this.platforms.standing(by.actor, platform);
  }

  @Put(':platform')
  @Does(describePlatform)
  describe(@By() by: Caller, @Param('platform', AnId) platform: string, @Body() body: DescribePlatform) {
    return this.commands.run(describePlatform, by, { ...body, platform });
  }

  @Post(':platform/recognise')
  @Does(recognisePlatform)
  recognise(@By() by: Caller, @Param('platform', AnId) platform: string, @Body() body: RecognisePlatform) {
    return this.commands.run(recognisePlatform, by, { ...body, platform });
  }

  @Post(':platform/review')
  @Does(reviewPlatform)
  review(@By() by: Caller, @Param('platform', AnId) platform: string, @Body() body: ReviewPlatform) {
    return this.commands.run(reviewPlatform, by, { ...body, platform });
  }

  @Post(':platform/downgrade')
  @Does(downgradePlatform)
  downgrade(@By() by: Caller, @Param('platform', AnId) platform: string, @Body() body: DowngradePlatform) {
    return this.commands.run(downgradePlatform, by, { ...body, platform });
  }

  @Post(':platform/withdraw')
  @Does(withdrawPlatform)
  withdraw(@By() by: Caller, @Param('platform', AnId) platform: string, @Body() body: WithdrawPlatform) {
    return this.commands.run(withdrawPlatform, by, { ...body, platform });
  }

  @Get(':platform/staff')
  staff(@By() by: Caller, @Param('platform', AnId) platform: string) {
    return this.people.staff(by.actor, platform);
  }

  @Post(':platform/staff')
  @Does(enterStaff)
  enterStaff(@By() by: Caller, @Param('platform', AnId) platform: string, @Body() body: EnterStaff) {
    return this.commands.run(enterStaff, by, { ...body, platform });
  }

  @Post(':platform/staff/:staff/let-go')
  @Does(letStaffGo)
  letStaffGo(@By() by: Caller, @Param('platform', AnId) platform: string, @Param('staff', AnId) staff: string, @Body() body: LetStaffGo) {
    return this.commands.run(letStaffGo, by, { ...body, platform, staff });
  }

  @Get(':platform/services')
  services(@By() by: Caller, @Param('platform', AnId) platform: string, @Query() query: PageQuery) {
    return this.people.services(by.actor, query, platform);
  }

  @Post(':platform/services')
  @Does(recordService)
  recordService(@By() by: Caller, @Param('platform', AnId) platform: string, @Body() body: RecordService) {
    return this.commands.run(recordService, by, { ...body, platform });
  }

  @Get(':platform/activities')
  activities(@By() by: Caller, @Param('platform', AnId) platform: string, @Query() query: PageQuery) {
    return this.people.activities(by.actor, query, platform);
  }

  @Post(':platform/activities')
  @Does(enterActivity)
  enterActivity(@By() by: Caller, @Param('platform', AnId) platform: string, @Body() body: EnterActivity) {
    return this.commands.run(enterActivity, by, { ...body, platform });
  }

  @Put(':platform/activities/:activity/attendance')
  @Does(takeAttendance)
  attendance(@By() by: Caller, @Param('platform', AnId) platform: string, @Param('activity', AnId) activity: string, @Body() body: TakeAttendance) {
    return this.commands.run(takeAttendance, by, { ...body, platform, activity });
  }

  @Get(':platform/years/:year')
  year(@By() by: Caller, @Param('platform', AnId) platform: string, @Param('year', AYear) year: string) {
    return this.statistics.figures(by.actor, platform, year);
  }

  @Put(':platform/years/:year')
  @Does(stateYear)
  stateYear(@By() by: Caller, @Param('platform', AnId) platform: string, @Param('year', AYear) year: string, @Body() body: StateYear) {
    return this.commands.run(stateYear, by, { ...body, platform, year });
  }

  /** The yearly statistics as the authorities ask for them: a workbook of the platform's table and the firms'; money in thousand yuan. */
  @Get(':platform/years/:year/statistics')
  async workbook(@By() by: Caller, @Param('platform', AnId) platform: string, @Param('year', AYear) year: string, @Res() reply: FastifyReply) {
    const tables = await this.statistics.tables(by.actor, platform, year);
    return send(reply, isRefusal(tables) ? tables : await workbook(tables), MEDIA.xlsx, `statistics-${year}.xlsx`);
  }
}
