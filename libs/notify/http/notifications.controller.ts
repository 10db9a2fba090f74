import { By, AnId, Clock, languageOf, PageQuery, SignedIn, type Caller } from '#platform';
import { Controller, Get, Headers, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Inbox } from '../views/inbox.js';

@ApiTags('notifications')
@Controller('notifications')
@SignedIn()
export class NotificationsController {
  constructor(
    private readonly inbox: Inbox,
    private readonly clock: Clock,
  ) {}

  @Get()
  list(@By() by: Caller, @Query() query: PageQuery, @Headers('accept-language') language?: string) {
    return this.inbox.of(by.actor, query, languageOf(language));
  }

  @Post(':notification/read')
  read(@By() by: Caller, @Param('notification', AnId) notification: string) {
    return this.inbox.markRead(by.actor, notification, this.clock.now());
  }
}
