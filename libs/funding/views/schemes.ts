import { Injectable } from '@nestjs/common';
import { refuse, type Explanation } from '#kernel';
import { balanceOf, balancesOf, budgetPots, keyOf } from '#ledger';
import { Database, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';
import { grantPots } from '../domain/grant.js';
import { type InstalmentPlan } from '../domain/scheme.js';
import { contractOf } from '../facts/contract-of.js';
import { headingsOf } from '../facts/headings-of.js';

/** Schemes with the projects they pay for, and subsidies with their claims; budgets as the books have them. */
@Injectable()
export class SchemesView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async schemes(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.scheme.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Scheme'), where] }, include: { aggregate: true }, ...rest });
    const budget = await this.budgets(actor.district, rows.map(({ id }) => id));
    return page(rows, query, (row) => ({
      ...{ id: row.id, name: row.name, kind: row.kind, source: row.source, paper: row.paper, opensOn: row.opensOn, closesOn: row.closesOn, perProject: row.perProject === null ? null : Number(row.perProject), ownShare: row.ownShare, slack: row.slack },
      ...{ headings: headingsOf(row), instalments: row.instalments as unknown as InstalmentPlan[], ...budget(row.id), version: row.aggregate.version },
    }));
  }

  async subsidies(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.subsidy.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Subsidy'), where] }, include: { aggregate: true }, ...rest });
    const budget = await this.budgets(actor.district, rows.map(({ id }) => id));
    const fen = (amount: bigint | null) => (amount === null ? null : Number(amount));
    return page(rows, query, (row) => ({
      ...{ id: row.id, name: row.name, kind: row.kind, source: row.source, paper: row.paper, opensOn: row.opensOn, closesOn: row.closesOn, percent: row.percent, fixed: fen(row.fixed), most: fen(row.most), title: row.title },
      ...{ ...budget(row.id), version: row.aggregate.version },
    }));
  }

  async grants(actor: Actor, query: PageQuery, { scheme, state }: { scheme?: string | undefined; state?: string | undefined }) {
    const { where, ...rest } = slice(query);
    const asked = { ...(scheme !== undefined && { schemeId: scheme }), ...(state !== undefined && { aggregate: { state } }) };
    const rows = await this.database.prisma.projectGrant.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'ProjectGrant'), where, asked] }, include: { aggregate: true }, ...rest });
    return page(rows, query, (row) => ({ id: row.id, scheme: row.schemeId, project: row.projectId, firm: row.firm, title: row.title, asked: Number(row.asked), approved: row.approved === null ? null : Number(row.approved), endsOn: row.endsOn, state: row.aggregate.state, version: row.aggregate.version }));
  }

  /** A project with its budget against what was spent, its instalments, and the contract's SHA-256 to sign. */
  async grant(actor: Actor, id: string) {
    const row = await this.grantRow(actor, id);
    if (!row) return refuse(notFound, { kind: 'grant', id });
    const unspent = await balanceOf(this.database.prisma, actor.district, grantPots(row).unspent);
    const budget = row.budget as Record<string, number>;
    const spent = (heading: string, from?: string) => row.spendings.filter((one) => one.heading === heading && (from === undefined || one.from === from)).reduce((sum, { amount }) => sum + Number(amount), 0);
    const check = (value: unknown) => value as { passed: boolean; note: string; on: string; by: string | null } | null;
    return {
      ...{ id, scheme: { id: row.scheme.id, name: row.scheme.name }, project: row.projectId, firm: row.firm, title: row.title, plan: row.plan, targets: row.targets, endsOn: row.endsOn, asked: Number(row.asked), own: Number(row.own), approved: row.approved === null ? null : Number(row.approved), unspent: Number(unspent), reason: row.reason },
      ...{ state: row.aggregate.state, version: row.aggregate.version, midterm: check(row.midterm), acceptance: check(row.acceptance) },
      budget: headingsOf(row.scheme).filter(({ key }) => budget[key] !== undefined).map(({ key, zh, en }) => ({ heading: key, zh, en, budget: budget[key]!, spent: spent(key), ofGrant: spent(key, 'grant') })),
      instalments: row.instalments.map(({ id: instalment, number, amount, upon, state, paidOn, reference }) => ({ id: instalment, number, amount: Number(amount), upon, state, paidOn, reference })),
      spendings: row.spendings.map(({ heading, from, amount, on, what, voucher }) => ({ heading, from, amount: Number(amount), on, what, voucher })),
      contract: row.contractNo === null ? null : { number: row.contractNo, sha256: row.contractSha ?? (await contractOf(this.database.prisma, row)).sha256, firmSignedAt: row.firmSignedAt, signedAt: row.signedAt },
    };
  }

  /** A project's contract to read and print. */
  async contract(actor: Actor, id: string) {
    const row = await this.grantRow(actor, id);
    if (row?.contractNo == null) return refuse(notFound, { kind: 'grant', id });
    const names = new Map((await this.database.prisma.person.findMany({ where: { districtId: actor.district, id: { in: [row.firmSignedBy, row.signedBy].flatMap((one) => one ?? []) } } })).map(({ id: person, name }) => [person, name]));
    const signature = (person: string | null, at: Date | null) => (person === null || at === null ? null : { name: names.get(person) ?? '', at });
    return { number: row.contractNo, ...(await contractOf(this.database.prisma, row)), firm: signature(row.firmSignedBy, row.firmSignedAt), district: signature(row.signedBy, row.signedAt) };
  }

  async claims(actor: Actor, query: PageQuery, { subsidy, state }: { subsidy?: string | undefined; state?: string | undefined }) {
    const { where, ...rest } = slice(query);
    const asked = { ...(subsidy !== undefined && { subsidyId: subsidy }), ...(state !== undefined && { aggregate: { state } }) };
    const rows = await this.database.prisma.subsidyClaim.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'SubsidyClaim'), where, asked] }, include: { aggregate: true, subsidy: true }, ...rest });
    return page(rows, query, (row) => ({ id: row.id, subsidy: { id: row.subsidy.id, name: row.subsidy.name }, project: row.projectId, firm: row.firm, ground: row.ground, base: Number(row.base), amount: Number(row.amount), explanation: row.explanation as unknown as Explanation, reason: row.reason, paidOn: row.paidOn, reference: row.reference, state: row.aggregate.state, version: row.aggregate.version }));
  }

  private grantRow(actor: Actor, id: string) {
    return this.database.prisma.projectGrant.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'ProjectGrant'), { id }] }, include: { aggregate: true, scheme: true, instalments: { orderBy: { number: 'asc' } }, spendings: { orderBy: [{ on: 'asc' }, { id: 'asc' }] } } });
  }

  private async budgets(district: string, owners: readonly string[]) {
    const balances = await balancesOf(this.database.prisma, district, owners);
    return (owner: string) => {
      const of = (pot: 'budget' | 'free' | 'promised' | 'paid') => Number(balances.get(keyOf(budgetPots(owner)[pot])) ?? 0n);
      return { budget: -of('budget'), left: of('free'), promised: of('promised'), paid: of('paid') };
    };
  }
}
