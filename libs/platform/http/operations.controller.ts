import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { refuse } from '#kernel';
import { searchAudit } from '../audit/search.js';
import { verifyAudit } from '../audit/verify.js';
import type { Actor } from '../commands/actor.js';
import { forbidden, notFound, type Caller } from '../commands/commands.js';
import { Config } from '../config/config.js';
import { shownSettings } from '../config/shown-settings.js';
import { Database } from '../database/database.js';
import { DeadLetters } from '../outbox/dead-letters.js';
import { owedByReactions } from '../outbox/owed.js';
import { Permissions } from '../permissions/permissions.js';
import { By } from './caller.js';
import { SignedIn } from './door.guard.js';
import { Instant, Ref, Text } from './fields.js';
import { PassingQuery } from './page.js';
import { Refused } from '../commands/refused.js';
import { AnId } from './validation.js';

class AuditQuery extends PassingQuery {
  @Ref({ optional: true, description: 'What was done to this thing' }) thing?: string;
  @Ref({ optional: true, description: 'What was done in this project' }) project?: string;
  @Ref({ optional: true, description: 'What this person did' }) person?: string;
  @Text({ optional: true, max: 80, description: 'The command, such as `submit-entry`' }) command?: string;
  @Instant({ optional: true }) from?: string;
  @Instant({ optional: true, description: 'Before this moment' }) to?: string;
}

@ApiTags('operations')
@Controller('operations')
@SignedIn()
export class OperationsController {
  constructor(
    private readonly deadLetters: DeadLetters,
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly config: Config,
  ) {}

  /** Events that a reaction failed on at every attempt. */
  @Get('dead-letters')
  list(@By() { actor }: Caller) {
    this.demand(actor, 'audit');
    return this.deadLetters.list(actor.district);
  }

  @Post('dead-letters/:event/:reaction/resend')
  async resend(@By() { actor }: Caller, @Param('event', AnId) event: string, @Param('reaction') reaction: string) {
    this.demand(actor, 'operate');
    return (await this.deadLetters.resend(actor.district, event, reaction)) ? { event, reaction } : refuse(notFound, { kind: 'dead letter', id: event });
  }

  /** Recomputes every chain of the record and lists what is not as it was written. */
  @Get('audit')
  audit(@By() { actor }: Caller) {
    this.demand(actor, 'audit');
    return verifyAudit(this.database);
  }

  /** Entries of the record that match, the latest first. */
  @Get('audit/entries')
  entries(@By() { actor }: Caller, @Query() query: AuditQuery) {
    this.demand(actor, 'audit');
    return searchAudit(this.database, actor.district, query);
  }

  /** What each reaction still owes: how much waits, since when, and what failed. */
  @Get('owed')
  owed(@By() { actor }: Caller) {
    this.demand(actor, 'audit');
    return owedByReactions(this.database, actor.district);
  }

  /** What the installation runs with; secrets are left out. */
  @Get('settings')
  settings(@By() { actor }: Caller) {
    this.demand(actor, 'audit');
    return { items: shownSettings(this.config) };
  }

  private demand(actor: Actor, action: string): void {
    if (!this.permissions.allowsHere(actor, action)) throw new Refused(refuse(forbidden, { kind: 'district', action }));
  }
}
