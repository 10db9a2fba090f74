import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { attachmentNamed, By, RefusedException, SignedIn, type Caller } from '#platform';
import { isRefusal } from '#kernel';
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
    const zip = await this.own.of(by.actor);
    if (isRefusal(zip)) throw new RefusedException(zip);
    await reply.header('content-type', 'application/zip').header('content-disposition', attachmentNamed('trellis-my-data.zip')).send(Buffer.from(zip as Uint8Array));
  }
}
