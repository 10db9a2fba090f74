import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Database, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';
import { costHeld } from '../domain/cost-held.js';
import { worthOn } from '../domain/fund-state.js';
import type { Finding } from '../domain/fund-proposal.js';
import { shareBought, type TermSheet } from '../domain/term-sheet.js';
import { historyOf } from './holding-history.js';

/** Proposals on their way to a fund's money, and what funds hold. */
@Injectable()
export class DealsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async proposals(actor: Actor, query: PageQuery, { fund, state }: { fund?: string | undefined; state?: string | undefined }) {
    const { where, ...rest } = slice(query);
    const asked = { ...(fund !== undefined && { fundId: fund }), ...(state !== undefined && { aggregate: { state } }) };
    const rows = await this.database.prisma.fundProposal.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'FundProposal'), where, asked] }, include: { aggregate: true }, ...rest });
    return page(rows, query, ({ id, projectId, entryId, title, fundId, asked: amount, reason, aggregate }) => ({ id, project: projectId, entry: entryId, title, fund: fundId, asked: amount === null ? null : Number(amount), reason, state: aggregate.state, version: aggregate.version }));
  }

  /** A proposal with its checklist, terms and votes; a member sees others' votes once his own is in, or the vote is over. */
  async proposal(actor: Actor, id: string) {
    const row = await this.database.prisma.fundProposal.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'FundProposal'), { id }] }, include: { aggregate: true, fund: true, votes: { orderBy: { at: 'asc' } }, holding: true } });
    if (!row) return refuse(notFound, { kind: 'fund-proposal', id });
    const { fund, votes, aggregate } = row;
    const findings = row.findings as unknown as Record<string, Finding>;
    const checklist = (fund?.checklist ?? []) as unknown as { key: string; zh: string; en: string }[];
    const me = actor.kind === 'person' ? actor.id : null;
    const inside = this.permissions.allows(actor, 'run', 'FundProposal', row) || this.permissions.allows(actor, 'vote', 'FundProposal', row) || this.permissions.allows(actor, 'audit', 'FundProposal', row);
    const open = aggregate.state !== 'voting' || votes.some(({ personId }) => personId === me);
    const terms = row.terms as TermSheet | null;
    return {
      ...{ id, project: row.projectId, entry: row.entryId, title: row.title, fund: fund && { id: fund.id, name: fund.name }, asked: row.asked === null ? null : Number(row.asked), plan: row.plan, follows: row.followsId },
      ...{ state: aggregate.state, version: aggregate.version, reason: row.reason, holding: row.holding?.id ?? null },
      checklist: inside ? checklist.map((item) => ({ ...item, finding: findings[item.key] ?? null })) : [],
      terms: terms && { ...terms, share: shareBought(terms) },
      votes: inside ? votes.filter(({ personId }) => open || personId === me).map(({ personId, vote, reason, at }) => ({ person: personId, vote, reason, at })) : [],
      voted: inside ? votes.length : null,
    };
  }

  async holdings(actor: Actor, query: PageQuery, { fund, state }: { fund?: string | undefined; state?: string | undefined }) {
    const { where, ...rest } = slice(query);
    const asked = { ...(fund !== undefined && { fundId: fund }), ...(state !== undefined && { aggregate: { state } }) };
    const rows = await this.database.prisma.holding.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Holding'), where, asked] }, include: { aggregate: true, tranches: true, exits: true, valuations: { orderBy: [{ on: 'asc' }, { id: 'asc' }] } }, ...rest });
    return page(rows, query, (row) => ({ id: row.id, fund: row.fundId, project: row.projectId, firm: row.firm, amount: (row.terms as unknown as TermSheet).amount, cost: Number(costHeld(row.tranches, row.exits)), worth: worthOn(historyOf(row), '9999-12-31'), signedOn: row.signedOn, state: row.aggregate.state, version: row.aggregate.version }));
  }

  async holding(actor: Actor, id: string) {
    const row = await this.database.prisma.holding.findFirst({
      where: { AND: [this.permissions.where(actor, 'read', 'Holding'), { id }] },
      include: { aggregate: true, fund: true, tranches: { orderBy: { number: 'asc' } }, exits: { orderBy: { on: 'asc' } }, valuations: { orderBy: [{ on: 'asc' }, { id: 'asc' }] }, followedBy: true },
    });
    if (!row) return refuse(notFound, { kind: 'holding', id });
    const terms = row.terms as unknown as TermSheet;
    return {
      ...{ id, fund: { id: row.fund.id, name: row.fund.name }, proposal: row.proposalId, project: row.projectId, firm: row.firm, signedOn: row.signedOn, paper: row.paper, state: row.aggregate.state, version: row.aggregate.version },
      terms: { ...terms, share: shareBought(terms) },
      ...{ cost: Number(costHeld(row.tranches, row.exits)), worth: worthOn(historyOf(row), '9999-12-31') },
      tranches: row.tranches.map(({ id: tranche, number, amount, upon, milestoneId, state, paidOn, reference, reason }) => ({ id: tranche, number, amount: Number(amount), upon, milestone: milestoneId, state, paidOn, reference, reason })),
      valuations: row.valuations.map(({ on, value, basis, by }) => ({ on, value: Number(value), basis, by })),
      exits: row.exits.map(({ on, way, cost, proceeds, note }) => ({ on, way, cost: Number(cost), proceeds: Number(proceeds), note })),
      followedBy: row.followedBy.map((one) => one.id),
    };
  }
}
