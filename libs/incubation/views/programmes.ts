import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Database, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';

/** Programmes and their terms. */
@Injectable()
export class ProgrammesView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async list(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.programme.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Programme'), where] }, include: { aggregate: true, platform: true, cohorts: { include: { aggregate: true, _count: { select: { participations: { where: { aggregate: { state: { not: 'withdrawn' } } } } } } }, orderBy: { from: 'asc' } } }, ...rest });
    return page(rows, query, ({ id, name, kind, summary, platform, cohorts, aggregate: { state, version } }) => ({
      ...{ id, name, kind, summary, platform: { id: platform.id, name: platform.name }, state, version },
      cohorts: cohorts.map((cohort) => ({ id: cohort.id, name: cohort.name, from: cohort.from, to: cohort.to, places: cohort.places, taken: cohort._count.participations, state: cohort.aggregate.state })),
    }));
  }

  /** A term: everyone sees when it is; who takes part in it, its sessions, tasks and papers and his own work; its manager everything. */
  async cohort(actor: Actor, id: string) {
    const row = await this.database.prisma.cohort.findFirst({
      where: { AND: [this.permissions.where(actor, 'read', 'Cohort'), { id }] },
      include: { aggregate: true, programme: true, participations: { include: { aggregate: true }, orderBy: { id: 'asc' } }, sessions: { include: { attended: true, interests: true }, orderBy: { startsAt: 'asc' } }, tasks: { include: { works: true }, orderBy: { dueOn: 'asc' } }, materials: { orderBy: { id: 'asc' } } },
    });
    if (!row) return refuse(notFound, { kind: 'cohort', id });
    const runs = this.permissions.allows(actor, 'run', 'Cohort', row) || this.permissions.allows(actor, 'audit', 'Cohort', row);
    const seen = row.participations.filter((one) => this.permissions.allows(actor, 'read', 'Participation', one));
    const inside = runs || seen.length > 0;
    const ids = new Set(seen.map((one) => one.id));
    return {
      ...{ id, programme: { id: row.programme.id, name: row.programme.name, kind: row.programme.kind }, name: row.name, from: row.from, to: row.to, places: row.places, taken: row.participations.filter(({ aggregate }) => aggregate.state !== 'withdrawn').length, state: row.aggregate.state, version: row.aggregate.version },
      participants: seen.map(({ id: participation, projectId, name, reason, aggregate }) => ({
        ...{ id: participation, project: projectId, name, state: aggregate.state, reason, attended: row.sessions.filter(({ attended }) => attended.some((one) => one.participationId === participation)).length, sessions: row.sessions.length },
        tasks: row.tasks.flatMap(({ id: task, works }) => works.filter((work) => work.participationId === participation).map(({ text, handedInAt, verdict, comment }) => ({ task, text, handedInAt, verdict, comment }))),
      })),
      sessions: inside
        ? row.sessions.map(({ id: session, kind, title, host, place, startsAt, endsAt, running, attended, interests }) => ({
            ...{ id: session, kind, title, host, place, startsAt, endsAt, running, came: attended.filter(({ participationId }) => ids.has(participationId)).map(({ participationId }) => participationId) },
            interests: interests.filter(({ participationId }) => ids.has(participationId)).map(({ participationId, who, wants, outcome }) => ({ participation: participationId, who, wants, outcome })),
          }))
        : [],
      tasks: inside ? row.tasks.map(({ id: task, title, text, dueOn, works }) => ({ id: task, title, text, dueOn, handedIn: runs ? works.length : null })) : [],
      materials: inside ? row.materials.map(({ id: material, title, text, url }) => ({ id: material, title, text, url })) : [],
    };
  }

  /** Where one's projects take part. */
  async participations(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.participation.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Participation'), where] }, include: { aggregate: true, cohort: { include: { programme: true } } }, ...rest });
    return page(rows, query, ({ id, projectId, name, cohort, aggregate: { state, version } }) => ({ id, project: projectId, name, cohort: { id: cohort.id, name: cohort.name, programme: cohort.programme.name, from: cohort.from, to: cohort.to }, state, version }));
  }
}
