import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isRefusal, refuse } from '#kernel';
import { AKey, AnId, By, Commands, Does, notFound, SignedIn, Text, type Caller } from '#platform';
import { AdoptRule, adoptRule } from '../commands/adopt-rule.js';
import { DraftRule, draftRule } from '../commands/draft-rule.js';
import { dropRule } from '../commands/drop-rule.js';
import { EndRule, endRule } from '../commands/end-rule.js';
import { ReviseRule, reviseRule } from '../commands/revise-rule.js';
import { RulesView } from '../views/rules.js';

class CompareQuery {
  @Text({ max: 60 }) from!: string;
  @Text({ max: 60 }) to!: string;
}

/** The rules that judge, in their versions: what holds on which day, drafts, and what differs. */
@ApiTags('rules')
@Controller()
@SignedIn()
export class RulesController {
  constructor(
    private readonly commands: Commands,
    private readonly rules: RulesView,
  ) {}

  @Get('rules')
  list(@By() by: Caller) {
    return this.rules.list(by.actor);
  }

  @Get('rules/:rule')
  one(@By() by: Caller, @Param('rule', AKey) rule: string) {
    return this.rules.one(by.actor, rule);
  }

  @Get('rules/:rule/compare')
  compare(@By() by: Caller, @Param('rule', AKey) rule: string, @Query() query: CompareQuery) {
    return this.rules.compare(by.actor, rule, query);
  }

  @Post('rules')
  @Does(draftRule)
  async draft(@By() by: Caller, @Body() body: DraftRule) {
    const base = await this.rules.version(by.actor, body.rule, body.from);
    return isRefusal(base) ? base : this.commands.run(draftRule, by, { ...body, base: base.set, taken: base.taken });
  }

  @Post('rule-versions/:version/revise')
  @Does(reviseRule)
  revise(@By() by: Caller, @Param('version', AnId) version: string, @Body() body: ReviseRule) {
    return this.commands.run(reviseRule, by, { ...body, version });
  }

  @Post('rule-versions/:version/adopt')
  @Does(adoptRule)
  async adopt(@By() by: Caller, @Param('version', AnId) version: string, @Body() body: AdoptRule) {
    const base = await this.rules.base(by.actor, version);
    return base ? this.commands.run(adoptRule, by, { ...body, version, base: base.body, flaw: base.flaw }) : refuse(notFound, { kind: 'rule-version', id: version });
  }

  @Post('rule-versions/:version/end')
  @Does(endRule)
  end(@By() by: Caller, @Param('version', AnId) version: string, @Body() body: EndRule) {
    return this.commands.run(endRule, by, { ...body, version });
  }

  @Post('rule-versions/:version/drop')
  @Does(dropRule)
  drop(@By() by: Caller, @Param('version', AnId) version: string) {
    return this.commands.run(dropRule, by, { version });
  }
}
