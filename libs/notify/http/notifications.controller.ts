import { By, AnId, Clock, Commands, Does, languageOf, PageQuery, SignedIn, type Caller } from '#platform';
import { Body, Controller, Get, Headers, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SetNoticeHabits, setNoticeHabits } from '../commands/set-notice-habits.js';
import { HabitsView } from '../views/habits.js';
import { Inbox } from '../views/inbox.js';

@ApiTags('notifications')
@Controller('notifications')
@SignedIn()
export class NotificationsController {
  constructor(
    private readonly commands: Commands,
    private readonly inbox: Inbox,
    private readonly habits: HabitsView,
    private readonly clock: Clock,
  ) {}

  @Get()
  list(@By() by: Caller, @Query() query: PageQuery, @Headers('accept-language') language?: string) {
    return this.inbox.of(by.actor, query, languageOf(language));
  }

  /** How one wants one’s mails, and what holds for each kind that one was told of. */
  @Get('habits')
  habitsOf(@By() by: Caller) {
    return this.habits.of(by.actor);
  }

  @Put('habits')
  @Does(setNoticeHabits)
  setHabits(@By() by: Caller, @Body() body: SetNoticeHabits) {
    return this.commands.run(setNoticeHabits, by, { ...body, person: by.actor.kind === 'person' ? by.actor.id : by.actor.district });
  }

  @Post(':notification/read')
  read(@By() by: Caller, @Param('notification', AnId) notification: string) {
    return this.inbox.markRead(by.actor, notification, this.clock.now());
  }
}
