import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { isRefusal, refuse } from '#kernel';
import { AnId, By, Commands, Does, Files, send, SignedIn, Text, type Caller } from '#platform';
import type { FastifyReply } from 'fastify';
import { fileDealPaper } from '../commands/file-deal-paper.js';
import { emptyPaper } from '../domain/deal.js';
import { DealPapersView } from '../views/deal-papers.js';

class DealPaperQuery {
  @Text({ max: 200, description: 'The paper’s name, such as permit.pdf' }) name!: string;
  @Text({ max: 100, optional: true }) mediaType?: string;
}

/** Approvals, invoices and photos that prove a deal's steps. */
@ApiTags('deals')
@Controller()
@SignedIn()
export class DealPapersController {
  constructor(
    private readonly commands: Commands,
    private readonly papers: DealPapersView,
    private readonly files: Files,
  ) {}

  @Post('deals/:deal/papers')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Does(fileDealPaper)
  async file(@By() by: Caller, @Param('deal', AnId) deal: string, @Query() { name, mediaType = 'application/octet-stream' }: DealPaperQuery, @Body() content: unknown) {
    // Before the content is kept, so that nobody fills the disk with what he may not add.
    const barred = await this.commands.barred(fileDealPaper, by, { deal });
    if (barred) return barred;
    if (!(content instanceof Uint8Array) || content.length === 0) return refuse(emptyPaper);
    return this.commands.run(fileDealPaper, by, { deal, name, mediaType, size: content.length, sha256: await this.files.keep(content) });
  }

  @Get('deals/:deal/papers/:document')
  async download(@By() by: Caller, @Param('deal', AnId) deal: string, @Param('document', AnId) document: string, @Res() reply: FastifyReply): Promise<void> {
    const found = await this.papers.paper(by.actor, deal, document);
    await send(reply, isRefusal(found) ? found : found.content, 'application/octet-stream', isRefusal(found) ? '' : found.name);
  }
}
