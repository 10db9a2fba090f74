import { Controller, Sse } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { By, Open, type Caller } from '#platform';
import { LiveView } from '../views/live.js';

@ApiTags('notifications')
@Controller('live')
@Open()
export class LiveController {
  constructor(private readonly live: LiveView) {}

  /** Which kinds of things have changed, as they do (server-sent events): what a page shows of them is to be read again. */
  @Sse()
  changes(@By() { actor }: Caller) {
    return this.live.of(actor);
  }
}
