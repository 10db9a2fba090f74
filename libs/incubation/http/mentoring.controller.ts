import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Commands, Does, Open, SignedIn, type Caller } from '#platform';
import { BookMentor, bookMentor } from '../commands/book-mentor.js';
import { CancelSession, cancelSession } from '../commands/cancel-session.js';
import { ChangeMentor, changeMentor } from '../commands/change-mentor.js';
import { EnterMentor, enterMentor } from '../commands/enter-mentor.js';
import { NoteSession, noteSession } from '../commands/note-session.js';
import { RateSession, rateSession } from '../commands/rate-session.js';
import { StateNeeds, stateNeeds } from '../commands/state-needs.js';
import { TOPICS, type Topic } from '../domain/topics.js';
import { OfPlatform } from '../inputs/of-platform.js';
import { MentoringView } from '../views/mentoring.js';

/** Mentors, whom they suit, and their meetings with firms. */
@ApiTags('mentoring')
@Controller()
@SignedIn()
export class MentoringController {
  constructor(
    private readonly commands: Commands,
    private readonly mentoring: MentoringView,
  ) {}

  /** What mentors advise on, each topic with its evaluation sheet. */
  @Open()
  @Get('mentoring-topics')
  topics(): { items: readonly Topic[] } {
    return { items: TOPICS };
  }

  @Get('platforms/:platform/mentors')
  mentors(@By() by: Caller, @Param('platform', AnId) platform: string) {
    return this.mentoring.mentors(by.actor, platform);
  }

  @Post('platforms/:platform/mentors')
  @Does(enterMentor)
  enter(@By() by: Caller, @Param('platform', AnId) platform: string, @Body() body: EnterMentor) {
    return this.commands.run(enterMentor, by, { ...body, platform });
  }

  @Put('platforms/:platform/mentors/:mentor')
  @Does(changeMentor)
  change(@By() by: Caller, @Param('platform', AnId) platform: string, @Param('mentor', AnId) mentor: string, @Body() body: ChangeMentor) {
    return this.commands.run(changeMentor, by, { ...body, platform, mentor });
  }

  @Put('incubatees/:incubatee/needs')
  @Does(stateNeeds)
  needs(@By() by: Caller, @Param('incubatee', AnId) incubatee: string, @Body() body: StateNeeds) {
    return this.commands.run(stateNeeds, by, { ...body, incubatee });
  }

  /** The mentors of a firm's platform by how well they suit it, explained. */
  @Get('incubatees/:incubatee/mentor-matches')
  matches(@By() by: Caller, @Param('incubatee', AnId) incubatee: string) {
    return this.mentoring.matches(by.actor, incubatee);
  }

  @Post('incubatees/:incubatee/mentor-sessions')
  @Does(bookMentor)
  book(@By() by: Caller, @Param('incubatee', AnId) incubatee: string, @Body() body: BookMentor) {
    return this.commands.run(bookMentor, by, { ...body, incubatee });
  }

  @Get('mentor-sessions')
  sessions(@By() by: Caller, @Query() { platform, ...query }: OfPlatform) {
    return this.mentoring.sessions(by.actor, query, platform);
  }

  @Post('mentor-sessions/:session/note')
  @Does(noteSession)
  note(@By() by: Caller, @Param('session', AnId) session: string, @Body() body: NoteSession) {
    return this.commands.run(noteSession, by, { ...body, session });
  }

  @Post('mentor-sessions/:session/rate')
  @Does(rateSession)
  rate(@By() by: Caller, @Param('session', AnId) session: string, @Body() body: RateSession) {
    return this.commands.run(rateSession, by, { ...body, session });
  }

  @Post('mentor-sessions/:session/cancel')
  @Does(cancelSession)
  cancel(@By() by: Caller, @Param('session', AnId) session: string, @Body() body: CancelSession) {
    return this.commands.run(cancelSession, by, { ...body, session });
  }
}
