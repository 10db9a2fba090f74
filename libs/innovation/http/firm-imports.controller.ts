import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { cadenceOf, isRefusal, refuse } from '#kernel';
import { AnId, By, Calendar, Choice, Commands, Does, MEDIA, Open, PageQuery, send, SignedIn, Period, Text, type Caller } from '#platform';
import type { FastifyReply } from 'fastify';
import { ApplyFirmImport, applyFirmImport } from '../commands/apply-firm-import.js';
import { dropFirmImport } from '../commands/drop-firm-import.js';
import { previewFirmImport } from '../commands/preview-firm-import.js';
import { undoFirmImport } from '../commands/undo-firm-import.js';
import { IMPORTS, periodOfImport, sheetUnreadable, type ImportKind } from '../domain/firm-import.js';
import { importTemplate } from '../files/import-columns.js';
import { readImportSheet } from '../files/import-sheet.js';
import { FirmImportsView } from '../views/firm-imports.js';

class ImportQuery {
  @Choice(IMPORTS) register!: ImportKind;
  @Text({ max: 200, description: 'The file’s name' }) name!: string;
  @Period({ description: 'The year or the quarter that figures are of', example: '2027' }) period!: string;
}

class TemplateQuery {
  @Choice(IMPORTS) register!: ImportKind;
}

/** Spreadsheets of firms, certificates and registers: looked at first, taken over as a whole, taken back as a whole. */
@ApiTags('firm-imports')
@Controller('firm-imports')
@SignedIn()
export class FirmImportsController {
  constructor(
    private readonly commands: Commands,
    private readonly imports: FirmImportsView,
    private readonly calendar: Calendar,
  ) {}

  @Post()
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Does(previewFirmImport)
  async preview(@By() by: Caller, @Query() { register, name, period }: ImportQuery, @Body() content: unknown) {
    const barred = await this.commands.barred(previewFirmImport, by);
    if (barred) return barred;
    if (!(content instanceof Uint8Array) || content.length === 0) return refuse(sheetUnreadable, { problem: '0 B' });
    if (cadenceOf(period) === 'month') return refuse(periodOfImport, { period });
    const sheet = await readImportSheet(content, register, period, this.calendar.today()).catch((error: Error) => refuse(sheetUnreadable, { problem: error.message.slice(0, 200) }));
    return isRefusal(sheet) ? sheet : this.commands.run(previewFirmImport, by, { register, name, period, sheet });
  }

  @Get()
  list(@By() by: Caller, @Query() query: PageQuery) {
    return this.imports.list(by.actor, query);
  }

  /** An empty spreadsheet with the right headings. */
  @Open()
  @Get('template.xlsx')
  async template(@Query() { register }: TemplateQuery, @Res() reply: FastifyReply): Promise<void> {
    await send(reply, await importTemplate(register), MEDIA.xlsx, `${register}.xlsx`);
  }

  @Get(':import')
  one(@By() by: Caller, @Param('import', AnId) id: string) {
    return this.imports.one(by.actor, id);
  }

  @Post(':import/apply')
  @Does(applyFirmImport)
  apply(@By() by: Caller, @Param('import', AnId) id: string, @Body() body: ApplyFirmImport) {
    return this.commands.run(applyFirmImport, by, { ...body, import: id });
  }

  @Post(':import/undo')
  @Does(undoFirmImport)
  undo(@By() by: Caller, @Param('import', AnId) id: string) {
    return this.commands.run(undoFirmImport, by, { import: id });
  }

  @Post(':import/drop')
  @Does(dropFirmImport)
  drop(@By() by: Caller, @Param('import', AnId) id: string) {
    return this.commands.run(dropFirmImport, by, { import: id });
  }
}
