import { Injectable } from '@nestjs/common';
import { isRefusal, refuse } from '#kernel';
import { Calendar, Config, Database, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';
import type { Simulated, SimulationResult } from '../domain/simulation.js';
import { leversFor } from '../facts/simulate.js';
import { questionOf } from './question.js';

/** What can be tried, and what was: one’s own, and what others share. */
@Injectable()
export class SimulationsView {
  constructor(
    private readonly database: Database,
    readonly permissions: Permissions,
    private readonly calendar: Calendar,
    readonly config: Config,
  ) {}

  async levers(actor: Actor, { rule, of, day = this.calendar.today() }: { rule: Simulated; of?: string | undefined; day?: string | undefined }) {
    const question = questionOf(this, actor, {});
    if (isRefusal(question)) return question;
    const levers = await leversFor(this.database.prisma, actor.district, { rule, of: of ?? null, day });
    return isRefusal(levers) ? levers : { rule, of: of ?? null, day, levers };
  }

  async list(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.simulation.findMany({ where: { AND: [this.seen(actor), where] }, include: { aggregate: true }, ...rest });
    return page(rows, query, ({ id, name, rule, of, day, result, aggregate: { state, createdAt } }) => {
      const { cases, passed, money, changed } = result as unknown as SimulationResult;
      return { id, name, rule, of, day, cases, passed, money, changed: changed.length, state, at: createdAt };
    });
  }

  async one(actor: Actor, id: string) {
    const row = await this.database.prisma.simulation.findFirst({ where: { AND: [this.seen(actor), { id }] }, include: { aggregate: true } });
    if (!row) return refuse(notFound, { kind: 'simulation', id });
    const { name, rule, of, day, changes, result, note, aggregate } = row;
    return { id, name, rule, of, day, note, changes: changes as Record<string, number>, result: result as unknown as SimulationResult, state: aggregate.state, version: aggregate.version, at: aggregate.createdAt };
  }

  private seen(actor: Actor) {
    const own = actor.kind === 'person' ? [{ byId: actor.id, aggregate: { state: { not: 'dropped' } } }] : [];
    return { AND: [this.permissions.where(actor, 'read', 'Simulation'), { OR: [{ aggregate: { state: 'shared' } }, ...own] }] };
  }
}
