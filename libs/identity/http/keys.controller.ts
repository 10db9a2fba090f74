import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Choice, Commands, Does, SignedIn, type Caller } from '#platform';
import { MakeKey, makeKey } from '../commands/make-key.js';
import { revokeKey } from '../commands/revoke-key.js';
import { KeysView } from '../views/keys.js';

class KeysQuery {
  @Choice(['own', 'all'], { optional: true, description: 'Everyone’s, for those who may see them' }) whose?: string;
}

/** Keys by which programs act for people. */
@ApiTags('keys')
@Controller('keys')
@SignedIn()
export class KeysController {
  constructor(
    private readonly commands: Commands,
    private readonly keys: KeysView,
  ) {}

  @Get()
  list(@By() by: Caller, @Query() { whose }: KeysQuery) {
    return this.keys.list(by.actor, whose === 'all');
  }

  @Post()
  @Does(makeKey)
  make(@By() by: Caller, @Body() body: MakeKey) {
    return this.commands.run(makeKey, by, { ...body, person: by.actor.kind === 'person' ? by.actor.id : by.actor.district });
  }

  @Post(':key/revoke')
  @Does(revokeKey)
  revoke(@By() by: Caller, @Param('key', AnId) key: string) {
    return this.commands.run(revokeKey, by, { key });
  }
}
