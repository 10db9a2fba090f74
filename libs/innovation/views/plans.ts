import { Injectable } from '@nestjs/common';
import { daysBetween, refuse } from '#kernel';
import { Calendar, Database, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';

/** Plans of action, and what of them is late. */
@Injectable()
export class PlansView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly calendar: Calendar,
  ) {}

  async list(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const today = this.calendar.today();
    const rows = await this.database.prisma.plan.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Plan'), where] }, include: { aggregate: true, tasks: true }, ...rest });
    return page(rows, query, ({ id, title, paper, from, to, tasks, aggregate: { state, version } }) => ({ id, title, paper, from, to, tasks: tasks.length, done: tasks.filter(({ doneOn }) => doneOn !== null).length, late: tasks.filter(({ doneOn, dueOn }) => doneOn === null && dueOn < today).length, state, version }));
  }

  /** A plan by its goals, with what is late, and the targets that it is judged by. */
  async one(actor: Actor, id: string) {
    const row = await this.database.prisma.plan.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Plan'), { id }] }, include: { aggregate: true, tasks: { orderBy: { dueOn: 'asc' } }, targets: true } });
    if (!row) return refuse(notFound, { kind: 'plan', id });
    const today = this.calendar.today();
    const tasks = row.tasks.map(({ id: task, goal, title, owner, dueOn, doneOn, evidence, moved }) => ({ id: task, goal, title, owner, dueOn, doneOn, evidence, moved, daysLate: doneOn === null ? Math.max(0, daysBetween(dueOn, today)) : Math.max(0, daysBetween(dueOn, doneOn)) }));
    return { id, title: row.title, paper: row.paper, from: row.from, to: row.to, state: row.aggregate.state, version: row.aggregate.version, goals: [...Map.groupBy(tasks, ({ goal }) => goal)].map(([goal, own]) => ({ goal, tasks: own })), targets: row.targets.map(({ id: target, figure, year, place, value }) => ({ id: target, figure, year, place: place === '' ? null : place, value: Number(value) })) };
  }

  /** Everything that is late, of all plans that run, the longest first. */
  async late(actor: Actor) {
    const today = this.calendar.today();
    const rows = await this.database.prisma.planTask.findMany({ where: { doneOn: null, dueOn: { lt: today }, plan: { is: { AND: [this.permissions.where(actor, 'read', 'Plan'), { aggregate: { state: 'running' } }] } } }, include: { plan: true }, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }] });
    return { day: today, items: rows.map(({ id, plan, goal, title, owner, dueOn, moved }) => ({ id, plan: { id: plan.id, title: plan.title }, goal, title, owner, dueOn, moved, daysLate: daysBetween(dueOn, today) })) };
  }
}
