import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { isRefusal, refuse } from '#kernel';
import { AnId, By, Commands, Does, Files, PageQuery, send, SignedIn, Text, type Caller } from '#platform';
import { IsOptional, Matches } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { addDocument } from '../commands/add-document.js';
import { emptyDocument } from '../domain/project.js';
import { HistoryView } from '../views/history.js';
import { ProjectsView } from '../views/projects.js';

class ProjectsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only projects to which this event has happened', example: 'entry:awarded' })
  @IsOptional() @Matches(/^[a-z-]+:[a-z-]+$/)
  reached?: string;
}

class DocumentQuery {
  @Text({ max: 200, description: 'The document’s name, such as contract.pdf' }) name!: string;
  @Text({ max: 100, optional: true }) mediaType?: string;
}

@ApiTags('projects')
@Controller()
@SignedIn()
export class ProjectsController {
  constructor(
    private readonly commands: Commands,
    private readonly projects: ProjectsView,
    private readonly histories: HistoryView,
    private readonly files: Files,
  ) {}

  @Get('projects')
  list(@By() by: Caller, @Query() query: ProjectsQuery) {
    return this.projects.list(by.actor, query, query.reached);
  }

  /** A project's whole history: every step with who and when, and every score, decision, yuan and document. */
  @Get('projects/:project/history')
  history(@By() by: Caller, @Param('project', AnId) project: string) {
    return this.histories.of(by.actor, project);
  }

  @Post('projects/:project/documents')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Does(addDocument)
  async add(@By() by: Caller, @Param('project', AnId) project: string, @Query() { name, mediaType = 'application/octet-stream' }: DocumentQuery, @Body() content: unknown) {
    // Before the content is kept, so that nobody fills the disk with what he may not add.
    const barred = await this.commands.barred(addDocument, by, { project });
    if (barred) return barred;
    if (!(content instanceof Uint8Array) || content.length === 0) return refuse(emptyDocument);
    return this.commands.run(addDocument, by, { project, name, mediaType, size: content.length, sha256: await this.files.keep(content) });
  }

  @Get('documents/:document')
  async download(@By() by: Caller, @Param('document', AnId) document: string, @Res() reply: FastifyReply): Promise<void> {
    const found = await this.projects.document(by.actor, document);
    await send(reply, isRefusal(found) ? found : found.content, 'application/octet-stream', isRefusal(found) ? '' : found.name);
  }
}
