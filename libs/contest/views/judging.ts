import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Database, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';

@Injectable()
export class JudgingView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async invitations(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.judgeInvitation.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'JudgeInvitation'), where] }, include: { aggregate: true, call: true }, ...rest });
    return page(rows, query, ({ id, judgeId, callId, call, aggregate: { state, version } }) => ({ id, call: callId, callName: call.name, judge: judgeId, state, version }));
  }

  /** A judge's sheets with the entries as the blind view shows them: without who is behind them. */
  async sheets(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.scoreSheet.findMany({
      where: { AND: [this.permissions.where(actor, 'read', 'ScoreSheet'), where] },
      include: { aggregate: true, entry: true, round: { include: { call: true } } },
      ...rest,
    });
    return page(rows, query, ({ id, entry, round, submittedAt, aggregate: { state, version } }) => ({
      ...{ id, round: round.id, call: round.call.name, rubric: round.call.rubric, submittedAt, state, version },
      entry: { id: entry.id, title: entry.title, abstract: entry.abstract },
    }));
  }

  /** How a round stands: what is in, and once it is ranked the totals and ranks. */
  async round(actor: Actor, id: string) {
    const row = await this.database.prisma.round.findFirst({
      where: { AND: [this.permissions.where(actor, 'read', 'Round'), { id }] },
      include: { aggregate: true, sheets: true, standings: { include: { entry: true }, orderBy: [{ rank: 'asc' }, { entryId: 'asc' }] } },
    });
    if (!row) return refuse(notFound, { kind: 'round', id });
    const load = new Map<string, { assigned: number; submitted: number }>();
    for (const { judgeId, submittedAt } of row.sheets) {
      const { assigned, submitted } = load.get(judgeId) ?? { assigned: 0, submitted: 0 };
      load.set(judgeId, { assigned: assigned + 1, submitted: submitted + (submittedAt ? 1 : 0) });
    }
    return {
      ...{ id, call: row.callId, name: row.name, state: row.aggregate.state, version: row.aggregate.version },
      sheets: row.sheets.length,
      submitted: row.sheets.filter(({ submittedAt }) => submittedAt !== null).length,
      judges: [...load].map(([judge, counts]) => ({ judge, ...counts })),
      standings: row.standings.map(({ entryId, entry, total, rank, tied }) => ({ entry: entryId, title: entry.title, total: total?.toFixed(2) ?? null, rank, tied })),
    };
  }
}
