import { Injectable } from '@nestjs/common';
import { refuse, type Explanation } from '#kernel';
import { Calendar, Database, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';
import { gapList } from '../domain/gap-list.js';
import { PLATFORM_LEVELS } from '../domain/platform.js';
import { factsOfPlatform, judgedAt, recognitionRules } from '../facts/seen-platform.js';

/** Platforms, how they are recognised, and what they miss for the next level. */
@Injectable()
export class PlatformsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly calendar: Calendar,
  ) {}

  async list(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.platform.findMany({
      where: { AND: [this.permissions.where(actor, 'read', 'Platform'), where] },
      include: { aggregate: true, _count: { select: { incubatees: { where: { aggregate: { state: 'admitted' } } } } } },
      ...rest,
    });
    return page(rows, query, ({ id, name, kind, level, field, operator, address, runningSince, aggregate, _count }) => ({ id, name, kind, level, field, operator, address, runningSince, state: aggregate.state, version: aggregate.version, incubatees: _count.incubatees }));
  }

  /** A platform; for its managers and the office also what it states, and the steps of its recognition. */
  async one(actor: Actor, id: string) {
    const row = await this.database.prisma.platform.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Platform'), { id }] }, include: { aggregate: true } });
    if (!row) return refuse(notFound, { kind: 'platform', id });
    const steps = await this.database.prisma.recognition.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Recognition'), { platformId: id }] }, orderBy: [{ on: 'asc' }, { id: 'asc' }] });
    const { name, kind, level, field, operator, address, runningSince, reportEvery, aggregate } = row;
    const inside = this.permissions.allows(actor, 'run', 'Platform', row);
    return {
      ...{ id, name, kind, level, field, operator, address, runningSince, reportEvery, state: aggregate.state, version: aggregate.version, stated: inside ? (row.stated as Record<string, number | boolean | string>) : null },
      recognition: steps.map((step) => ({ act: step.act, level: step.level, on: step.on, paper: step.paper, reason: step.reason, explanation: step.explanation as Explanation | null })),
    };
  }

  /** How a platform stands to the rule of each level that has one, as of today: passed, or what is missing. */
  async standing(actor: Actor, id: string) {
    const row = await this.database.prisma.platform.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Platform'), { id }] } });
    if (!row || !this.permissions.allows(actor, 'read', 'Recognition', { platformId: id })) return refuse(notFound, { kind: 'platform', id });
    const today = this.calendar.today();
    const facts = await factsOfPlatform(this.database.prisma, row, today);
    const rules = await recognitionRules(this.database.prisma, actor.district);
    const levels = PLATFORM_LEVELS.flatMap((level) => {
      const explanation = judgedAt(rules, level, row, today, facts);
      return explanation ? [{ level, verdict: explanation.verdict, rule: explanation.source, version: explanation.version, certainty: explanation.certainty, gaps: gapList(explanation), explanation }] : [];
    });
    return { on: today, facts: facts as Record<string, number | boolean | string>, levels };
  }
}
