import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Commands, Does, PageQuery, Ref, SignedIn, type Caller } from '#platform';
import { ChangeEntry, changeEntry } from '../commands/change-entry.js';
import { DraftEntry, draftEntry } from '../commands/draft-entry.js';
import { submitEntry } from '../commands/submit-entry.js';
import { withdrawEntry } from '../commands/withdraw-entry.js';
import { EntriesView } from '../views/entries.js';

class EntriesQuery extends PageQuery {
  @Ref({ optional: true }) call?: string;
}

@ApiTags('entries')
@Controller()
@SignedIn()
export class EntriesController {
  constructor(
    private readonly commands: Commands,
    private readonly entries: EntriesView,
  ) {}

  @Post('calls/:call/entries')
  @Does(draftEntry)
  draft(@By() by: Caller, @Param('call', AnId) call: string, @Body() body: DraftEntry) {
    return this.commands.run(draftEntry, by, { ...body, call });
  }

  @Get('entries')
  list(@By() by: Caller, @Query() query: EntriesQuery) {
    return this.entries.list(by.actor, query, query.call);
  }

  @Get('entries/:entry')
  entry(@By() by: Caller, @Param('entry', AnId) entry: string) {
    return this.entries.entry(by.actor, entry);
  }

  @Patch('entries/:entry')
  @Does(changeEntry)
  change(@By() by: Caller, @Param('entry', AnId) entry: string, @Body() body: ChangeEntry) {
    return this.commands.run(changeEntry, by, { ...body, entry });
  }

  @Post('entries/:entry/submit')
  @Does(submitEntry)
  submit(@By() by: Caller, @Param('entry', AnId) entry: string) {
    return this.commands.run(submitEntry, by, { entry });
  }

  @Post('entries/:entry/withdraw')
  @Does(withdrawEntry)
  withdraw(@By() by: Caller, @Param('entry', AnId) entry: string) {
    return this.commands.run(withdrawEntry, by, { entry });
  }

  @Get('entries/:entry/receipt')
  receipt(@By() by: Caller, @Param('entry', AnId) entry: string) {
    return this.entries.receipt(by.actor, entry);
  }
}
