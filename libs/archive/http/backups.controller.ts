import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { By, Commands, Does, SignedIn, type Caller } from '#platform';
import { askBackup } from '../commands/ask-backup.js';
import { BackupsView } from '../views/backups.js';

@ApiTags('operations')
@Controller('operations/backups')
@SignedIn()
export class BackupsController {
  constructor(
    private readonly commands: Commands,
    private readonly backups: BackupsView,
  ) {}

  @Post()
  @Does(askBackup)
  ask(@By() by: Caller) {
    return this.commands.run(askBackup, by, { scheduled: false });
  }

  @Get()
  list(@By() by: Caller) {
    return this.backups.list(by.actor);
  }
}
