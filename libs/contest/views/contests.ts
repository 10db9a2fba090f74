import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Database, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';
import { PUBLIC_STATES } from '../domain/entry.js';

@Injectable()
export class ContestsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async contests(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.contest.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Contest'), where] }, include: { aggregate: true }, ...rest });
    return page(rows, query, ({ id, name, edition, aggregate: { state, version } }) => ({ id, name, edition, state, version }));
  }

  async calls(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.call.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Call'), where] }, include: { aggregate: true, contest: true }, ...rest });
    return page(rows, query, showCall);
  }

  async call(actor: Actor, id: string) {
    const row = await this.database.prisma.call.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Call'), { id }] }, include: { aggregate: true, contest: true } });
    return row ? showCall(row) : refuse(notFound, { kind: 'call', id });
  }

  /** Results as the public sees them, from the announcement on. */
  async results(actor: Actor, id: string) {
    const { prisma } = this.database;
    const where = { AND: [this.permissions.where(actor, 'read', 'Call'), { id, aggregate: { state: { in: PUBLIC_STATES } } }] };
    const call = await prisma.call.findFirst({ where, include: { aggregate: true } });
    if (!call) return refuse(notFound, { kind: 'results', id });
    const standings = await prisma.standing.findMany({
      where: { districtId: actor.district, round: { callId: id, aggregate: { state: 'ranked' } } },
      include: { entry: { include: { aggregate: true } } },
      orderBy: [{ rank: 'asc' }, { entryId: 'asc' }],
    });
    return {
      call: id,
      state: call.aggregate.state,
      announcedUntil: call.announceUntil,
      results: standings.map(({ rank, tied, total, entry }) => ({
        ...{ entry: entry.id, title: entry.title, organisation: entry.organisation, rank, tied, total: total?.toFixed(2) },
        ...{ shortlisted: entry.aggregate.state !== 'not-selected', awarded: entry.award, reason: entry.reason },
      })),
    };
  }
}

type CallRow = { id: string; name: string; group: string; closesAt: Date; eligibilityRule: string; rubric: unknown; quorum: number; shortlist: number; awards: number; announceUntil: string | null };

const showCall = (row: CallRow & { contest: { id: string; name: string; edition: number }; aggregate: { state: string; version: number } }) => {
  const { id, name, group, closesAt, eligibilityRule, rubric, quorum, shortlist, awards, announceUntil, contest, aggregate } = row;
  return { id, contest: { id: contest.id, name: contest.name, edition: contest.edition }, name, group, state: aggregate.state, version: aggregate.version, closesAt, eligibilityRule, rubric, quorum, shortlist, awards, announcedUntil: announceUntil };
};
