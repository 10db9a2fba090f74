import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { By, send, SignedIn, type Caller } from '#platform';
import type { FastifyReply } from 'fastify';
import { OwnDataView } from '../views/own-data.js';

@ApiTags('people')
@Controller('me/data')
@SignedIn()
export class OwnDataController {
  constructor(private readonly own: OwnDataView) {}

  /** All that is held of oneself, as a ZIP of JSON files. */
  @Get()
  async all(@By() by: Caller, @Res() reply: FastifyReply): Promise<void> {
    await send(reply, await this.own.of(by.actor), 'application/zip', 'trellis-my-data.zip');
  }
}
