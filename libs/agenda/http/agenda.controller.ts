import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { By, LinkTo, Open, SignedIn, type Caller } from '#platform';
import type { FastifyReply } from 'fastify';
import { sendFeed } from './send-feed.js';
import { AgendaView } from '../views/agenda.js';

/** What concerns one by its time. */
@ApiTags('agenda')
@Controller('agenda')
@SignedIn()
export class AgendaController {
  constructor(private readonly agenda: AgendaView) {}

  @Get()
  list(@By() by: Caller) {
    return this.agenda.of(by.actor);
  }

  /** One's dates as a calendar that others subscribe to (iCalendar). Whoever has the address sees it. */
  @Open()
  @Get('feeds/:link')
  async feed(@Param('link', LinkTo('calendar', 'calendar')) person: string, @Res() reply: FastifyReply): Promise<void> {
    await sendFeed(reply, await this.agenda.feedOf(person));
  }
}
