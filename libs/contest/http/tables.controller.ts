import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { isRefusal, refuse, type Refusal } from '#kernel';
import { AnId, attachmentNamed, By, Commands, Does, FormatQuery, MEDIA, Open, readTable, sendTable, SignedIn, type Caller } from '#platform';
import type { FastifyReply } from 'fastify';
import { importEntries } from '../commands/import-entries.js';
import { wishPairs } from '../commands/wish-pairs.js';
import { wrongEdition, wrongSheet } from '../domain/judging.js';
import { readEdition } from '../season/edition-file.js';
import { editionTemplate } from '../season/edition-template.js';
import { importEdition } from '../season/import-edition.js';
import { AssignmentSheetView } from '../views/assignment-sheet.js';
import { EXPORTS, ExportsView, type Export } from '../views/exports.js';
import { PaperSheetsView } from '../views/paper-sheets.js';
import { ShadowView } from '../views/shadow.js';

const FILE = { schema: { type: 'string', format: 'binary' } } as const;

/** What goes out of a contest as tables, and comes in. */
@ApiTags('tables')
@Controller()
@SignedIn()
export class TablesController {
  constructor(
    private readonly commands: Commands,
    private readonly exports: ExportsView,
    private readonly paper: PaperSheetsView,
    private readonly assignment: AssignmentSheetView,
    private readonly shadow: ShadowView,
  ) {}

  /** Entries, judges, assignments, marks or results of a call, as XLSX or CSV. */
  @Get('calls/:call/export/:what')
  async export(@By() by: Caller, @Param('call', AnId) call: string, @Param('what') what: string, @Query() { format = 'xlsx' }: FormatQuery, @Res() reply: FastifyReply) {
    const known = EXPORTS.find((one): one is Export => one === what);
    return sendTable(reply, known ? await this.exports.of(by.actor, call, known) : refuse(wrongSheet, { problem: what.slice(0, 40) }), format);
  }

  /** Entries from a spreadsheet, as drafts of those responsible for them: 项目, 简介, 单位, 领域, 负责人, 邮箱. */
  @Post('calls/:call/entries/import')
  @ApiConsumes('application/octet-stream')
  @ApiBody(FILE)
  @Does(importEntries)
  async entries(@By() by: Caller, @Param('call', AnId) call: string, @Body() content: unknown) {
    const read = (await this.commands.barred(importEntries, by, { call })) ?? (await linesOf(content, ['项目', '负责人', '邮箱']));
    return isRefusal(read) ? read : this.commands.run(importEntries, by, { call, lines: read });
  }

  /** Score sheets to fill in without the service: a judge's own, or all of a round for the office. */
  @Get('rounds/:round/sheets')
  async sheets(@By() by: Caller, @Param('round', AnId) round: string, @Query() { format = 'xlsx' }: FormatQuery, @Res() reply: FastifyReply) {
    return sendTable(reply, await this.paper.table(by.actor, round), format);
  }

  @Post('rounds/:round/sheets')
  @ApiConsumes('application/octet-stream')
  @ApiBody(FILE)
  takeSheets(@By() by: Caller, @Param('round', AnId) round: string, @Body() content: unknown) {
    return this.paper.take(by, round, content);
  }

  /** The assignment from a spreadsheet of 项目编号 and 评委邮箱: every pair is pinned for the next solving. */
  @Post('rounds/:round/assignment/import')
  @ApiConsumes('application/octet-stream')
  @ApiBody(FILE)
  @Does(wishPairs)
  async pin(@By() by: Caller, @Param('round', AnId) round: string, @Body() content: unknown) {
    const read = (await this.commands.barred(wishPairs, by, { round })) ?? (await linesOf(content, ['项目编号', '评委邮箱']));
    if (isRefusal(read)) return read;
    const wishes = await this.assignment.pairs(by.actor, read);
    return isRefusal(wishes) ? wishes : this.commands.run(wishPairs, by, { round, wishes });
  }

  /** Every difference between a round and another system's scores and ranks of it. */
  @Post('rounds/:round/shadow')
  @ApiConsumes('application/octet-stream')
  @ApiBody(FILE)
  compare(@By() by: Caller, @Param('round', AnId) round: string, @Body() content: unknown) {
    return this.shadow.compare(by.actor, round, content);
  }

  @Open()
  @Get('editions/template')
  async template(@Res() reply: FastifyReply) {
    await reply.header('content-type', MEDIA.xlsx).header('content-disposition', attachmentNamed('edition.xlsx')).send(await editionTemplate());
  }

  /** A whole edition that was scored on paper or elsewhere, from the template filled in. */
  @Post('editions/import')
  @ApiConsumes('application/octet-stream')
  @ApiBody(FILE)
  @Does(importEdition)
  async edition(@By() by: Caller, @Body() content: unknown) {
    const barred = await this.commands.barred(importEdition, by);
    if (barred) return barred;
    if (!(content instanceof Uint8Array) || content.length === 0) return refuse(wrongSheet, { problem: '0 B' });
    const read = await readEdition(content).catch((error: Error) => refuse(wrongSheet, { problem: error.message.slice(0, 200) }));
    if (Array.isArray(read)) return refuse(wrongEdition, { count: read.length }, undefined, read.slice(0, 100).map(({ sheet, line, problem }) => ({ field: `${sheet}:${line}`, words: { zh: problem, en: problem } })));
    return isRefusal(read) ? read : this.commands.run(importEdition, by, read as Exclude<typeof read, Refusal | unknown[]>);
  }
}

/** The lines of a spreadsheet that was sent, or what is wrong with it. */
async function linesOf(content: unknown, needed: readonly string[]) {
  if (!(content instanceof Uint8Array) || content.length === 0) return refuse(wrongSheet, { problem: '0 B' });
  const read = await readTable(content).catch((error: Error) => refuse(wrongSheet, { problem: error.message.slice(0, 200) }));
  if (isRefusal(read)) return read;
  const missing = needed.find((column) => !read.columns.includes(column));
  return missing === undefined ? read.lines : refuse(wrongSheet, { problem: `缺少列 / missing column: ${missing}` });
}
