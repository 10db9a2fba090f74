import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { balanceOf, balancesOf, keyOf } from '#ledger';
import { Database, notFound, page, Permissions, slice, type Actor, type PageQuery, type Table } from '#platform';
import { loanTotals, totalsTable, type LoanSeen } from '../domain/loan-totals.js';
import type { ScoreCard } from '../domain/credit-score.js';
import { lossRatio, owedOf, paysIn, poolPots } from '../domain/pool.js';

/** Pools, banks, scores and loans on firms' knowledge. */
@Injectable()
export class CreditView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async pools(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.creditPool.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'CreditPool'), where] }, include: { aggregate: true }, ...rest });
    return page(rows, query, ({ id, name, floor, share, reserve, warnAt, stopAt, aggregate: { version } }) => ({ id, name, floor: Number(floor), share, reserve, warnAt, stopAt, version }));
  }

  /** A pool at the end of a day: who paid in, what it keeps, can pay with, stands for; each bank's loss. */
  async pool(actor: Actor, id: string, day?: string) {
    const pool = await this.database.prisma.creditPool.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'CreditPool'), { id }] }, include: { aggregate: true, banks: { include: { aggregate: true }, orderBy: { id: 'asc' } } } });
    if (!pool) return refuse(notFound, { kind: 'credit-pool', id });
    const balances = await balancesOf(this.database.prisma, actor.district, [id], day);
    const pots = poolPots(id);
    const of = (pot: { owner: string; part: string }) => Number(balances.get(keyOf(pot)) ?? 0n);
    const contributor = keyOf(paysIn(id, ''));
    const contributors = [...balances].filter(([key]) => key.startsWith(contributor)).map(([key, balance]) => ({ name: key.slice(contributor.length), paidIn: -Number(balance) }));
    const banks = pool.banks.filter((bank) => this.looksInto(actor, bank));
    const seen = await this.seen(actor.district, banks);
    return {
      ...{ id, name: pool.name, floor: Number(pool.floor), share: pool.share, reserve: pool.reserve, warnAt: pool.warnAt, stopAt: pool.stopAt, version: pool.aggregate.version, day: day ?? null },
      ...{ kept: of(pots.kept), cash: of(pots.cash), room: of(pots.room), reserved: of(pots.reserved), used: of(pots.used), contributors },
      banks: banks.map((bank) => {
        const { lent, lost } = loanTotals(seen.filter((loan) => loan.bank === bank.id));
        return { id: bank.id, name: bank.name, state: bank.aggregate.state, lent: lent.amount, lost, loss: lossRatio(BigInt(lost), BigInt(lent.amount)) };
      }),
    };
  }

  /** Loans added up in all, and by bank, grade and year of application; of the banks that one may look into. */
  async totals(actor: Actor, id: string) {
    const pool = await this.database.prisma.creditPool.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'CreditPool'), { id }] }, include: { banks: true } });
    if (!pool) return refuse(notFound, { kind: 'credit-pool', id });
    const seen = await this.seen(actor.district, pool.banks.filter((bank) => this.looksInto(actor, bank)));
    const names = new Map(pool.banks.map((bank) => [bank.id, bank.name]));
    const by = (key: (loan: LoanSeen) => string) => [...new Set(seen.map(key))].sort().map((value) => ({ value, ...loanTotals(seen.filter((loan) => key(loan) === value)) }));
    return { name: pool.name, all: loanTotals(seen), byBank: by(({ bank }) => bank).map((line) => ({ ...line, name: names.get(line.value) ?? line.value })), byGrade: by(({ grade }) => grade), byYear: by(({ appliedOn }) => appliedOn.slice(0, 4)) };
  }

  async totalsTable(actor: Actor, id: string): Promise<Table | ReturnType<typeof refuse>> {
    const totals = await this.totals(actor, id);
    return 'refused' in totals ? totals : totalsTable(totals);
  }

  async banks(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.bank.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Bank'), where] }, include: { aggregate: true }, ...rest });
    return page(rows, query, ({ id, name, poolId, aggregate: { state, version } }) => ({ id, name, pool: poolId, state, version }));
  }

  async scores(actor: Actor, query: PageQuery, { project }: { project?: string | undefined }) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.creditScore.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'CreditScore'), where, project === undefined ? {} : { projectId: project }] }, ...rest });
    return page(rows, query, ({ id, projectId, firm, on, score, grade, limit }) => ({ id, project: projectId, firm, on, score, grade, limit: Number(limit) }));
  }

  /** A score with every factor: what was seen, its points, what one step more would need and bring. */
  async score(actor: Actor, id: string) {
    const row = await this.database.prisma.creditScore.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'CreditScore'), { id }] } });
    if (!row) return refuse(notFound, { kind: 'credit-score', id });
    return { id, project: row.projectId, firm: row.firm, on: row.on, facts: row.facts as Record<string, number>, card: row.card as unknown as ScoreCard };
  }

  async loans(actor: Actor, query: PageQuery, { bank, state, grade, year }: { bank?: string | undefined; state?: string | undefined; grade?: string | undefined; year?: string | undefined }) {
    const { where, ...rest } = slice(query);
    const asked = { ...(bank !== undefined && { bankId: bank }), ...(state !== undefined && { aggregate: { state } }), ...(grade !== undefined && { grade }), ...(year !== undefined && { appliedOn: { startsWith: year } }) };
    const rows = await this.database.prisma.loan.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Loan'), where, asked] }, include: { aggregate: true, bank: true }, ...rest });
    const owed = await balancesOf(this.database.prisma, actor.district, rows.map(({ projectId }) => projectId));
    return page(rows, query, (row) => ({ id: row.id, project: row.projectId, firm: row.firm, bank: { id: row.bank.id, name: row.bank.name }, grade: row.grade, asked: Number(row.asked), granted: row.granted === null ? null : Number(row.granted), owed: Number(owed.get(keyOf(owedOf(row))) ?? 0n), appliedOn: row.appliedOn, state: row.aggregate.state, version: row.aggregate.version }));
  }

  async loan(actor: Actor, id: string) {
    const row = await this.database.prisma.loan.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Loan'), { id }] }, include: { aggregate: true, bank: true, dues: { orderBy: { number: 'asc' } }, payments: { orderBy: [{ on: 'asc' }, { id: 'asc' }] } } });
    if (!row) return refuse(notFound, { kind: 'loan', id });
    const owed = await balanceOf(this.database.prisma, actor.district, owedOf(row));
    return {
      ...{ id, pool: row.poolId, bank: { id: row.bank.id, name: row.bank.name }, project: row.projectId, score: row.scoreId, firm: row.firm, grade: row.grade, limit: Number(row.limit), purpose: row.purpose },
      ...{ asked: Number(row.asked), appliedOn: row.appliedOn, granted: row.granted === null ? null : Number(row.granted), answeredOn: row.answeredOn, rate: row.rate === null ? null : row.rate / 100, months: row.months, reason: row.reason, drawnOn: row.drawnOn },
      ...{ owed: Number(owed), reserved: Number(row.reserved), claimed: Number(row.claimed), state: row.aggregate.state, version: row.aggregate.version },
      dues: row.dues.map(({ number, dueOn, principal, interest }) => ({ number, dueOn, principal: Number(principal), interest: Number(interest) })),
      payments: row.payments.map(({ on, principal, interest, reference }) => ({ on, principal: Number(principal), interest: Number(interest), reference })),
    };
  }

  /** A bank sees its own losses and totals, the district's office all of them. */
  private looksInto = (actor: Actor, bank: object) => this.permissions.allows(actor, 'look-into', 'Bank', bank) || this.permissions.allows(actor, 'audit', 'Bank', bank);

  private async seen(district: string, banks: readonly { readonly id: string }[]): Promise<LoanSeen[]> {
    const rows = await this.database.prisma.loan.findMany({ where: { districtId: district, bankId: { in: banks.map(({ id }) => id) } }, include: { aggregate: true } });
    const owed = await balancesOf(this.database.prisma, district, rows.map(({ projectId }) => projectId));
    return rows.map((row) => ({ project: row.projectId, bank: row.bankId, grade: row.grade, appliedOn: row.appliedOn, asked: Number(row.asked), granted: Number(row.granted ?? 0n), owed: Number(owed.get(keyOf(owedOf(row))) ?? 0n), claimed: Number(row.claimed), state: row.aggregate.state }));
  }
}
