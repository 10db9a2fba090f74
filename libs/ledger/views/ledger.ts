import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Database, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';
import { balancesOf } from '../balances.js';
import { keyOf } from '../domain/posting.js';

/** The books: pots with what is in them on any day, and every transfer between them. */
@Injectable()
export class LedgerView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async accounts(actor: Actor, query: PageQuery, { owner, day }: { owner?: string | undefined; day?: string | undefined }) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.ledgerAccount.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'LedgerAccount'), where, owner === undefined ? {} : { ownerId: owner }] }, ...rest });
    const balances = day === undefined ? null : await balancesOf(this.database.prisma, actor.district, rows.map(({ ownerId }) => ownerId), day);
    return page(rows, query, ({ id, ownerId, part, book, balance, floor }) => ({ id, owner: ownerId, part, book, balance: Number(balances ? (balances.get(keyOf({ owner: ownerId, part })) ?? 0n) : balance), floor: floor === null ? null : Number(floor) }));
  }

  /** Transfers between pots of which he may read at least one: of an account, or about one thing. */
  async transfers(actor: Actor, query: PageQuery, { account, about }: { account?: string | undefined; about?: string | undefined }) {
    const { where, ...rest } = slice(query);
    const readable = this.permissions.where(actor, 'read', 'LedgerAccount');
    const rows = await this.database.prisma.transfer.findMany({
      where: { AND: [{ districtId: actor.district, OR: [{ from: readable }, { to: readable }] }, where, account === undefined ? {} : { OR: [{ fromId: account }, { toId: account }] }, about === undefined ? {} : { aboutId: about }] },
      include: { from: true, to: true },
      ...rest,
    });
    return page(rows, query, ({ id, from, to, book, amount, on, ground, aboutId, at, by }) => ({ id, from: { id: from.id, owner: from.ownerId, part: from.part }, to: { id: to.id, owner: to.ownerId, part: to.part }, book, amount: Number(amount), on, ground, about: aboutId, at, by }));
  }

  /** What a transfer is about, and the step of its history that made it. */
  async transfer(actor: Actor, id: string) {
    const readable = this.permissions.where(actor, 'read', 'LedgerAccount');
    const row = await this.database.prisma.transfer.findFirst({ where: { districtId: actor.district, id, OR: [{ from: readable }, { to: readable }] }, include: { from: true, to: true } });
    if (!row) return refuse(notFound, { kind: 'transfer', id });
    const about = await this.database.prisma.aggregate.findUniqueOrThrow({ where: { districtId_id: { districtId: actor.district, id: row.aboutId } } });
    const steps = await this.database.prisma.auditEntry.findMany({ where: { districtId: actor.district, aggregateId: row.aboutId }, orderBy: { version: 'asc' } });
    return {
      ...{ id, from: { owner: row.from.ownerId, part: row.from.part }, to: { owner: row.to.ownerId, part: row.to.part }, book: row.book, amount: Number(row.amount), on: row.on, ground: row.ground, at: row.at, by: row.by },
      about: { id: about.id, kind: about.kind, state: about.state, project: about.projectId },
      steps: steps.map(({ version, command, actor: by, at, toState }) => ({ version, command, by, at, state: toState })),
    };
  }
}
