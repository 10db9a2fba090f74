import { Injectable } from '@nestjs/common';
import { canonical, refuse } from '#kernel';
import { Database, notFound, page, Permissions, SigningKey, slice, type Actor, type PageQuery } from '#platform';
import { toldState } from '../domain/entry.js';

/** What a receipt says was handed in, and when. */
export interface Receipt {
  readonly entry: string;
  readonly call: string;
  readonly title: string;
  readonly hash: string;
  readonly at: string;
}

const WITH_CALL = { aggregate: true, call: { include: { aggregate: true } } } as const;

@Injectable()
export class EntriesView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly key: SigningKey,
  ) {}

  async list(actor: Actor, query: PageQuery, call?: string) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.entry.findMany({
      where: { AND: [this.permissions.where(actor, 'read', 'Entry'), where, call === undefined ? {} : { callId: call }] },
      include: WITH_CALL,
      ...rest,
    });
    return page(rows, query, (row) => ({ id: row.id, title: row.title, call: row.callId, project: row.projectId, submittedAt: row.submittedAt, state: this.stateFor(actor, row), version: row.aggregate.version }));
  }

  async entry(actor: Actor, id: string) {
    const row = await this.read(actor, id);
    if (!row) return refuse(notFound, { kind: 'entry', id });
    const { title, abstract, organisation, facts, callId, projectId, submittedAt, eligibility, aggregate } = row;
    return { id, call: callId, project: projectId, title, abstract, organisation, facts, submittedAt, eligibility, state: this.stateFor(actor, row), version: aggregate.version };
  }

  /** The receipt of a submission, signed by the installation: it can be checked anywhere, without the service. */
  async receipt(actor: Actor, id: string) {
    const row = await this.read(actor, id);
    if (!row?.receipt) return refuse(notFound, { kind: 'receipt', id });
    const receipt = row.receipt as unknown as Receipt;
    return { receipt, signature: this.key.sign(canonical(receipt)), publicKey: this.key.publicKey };
  }

  private stateFor(actor: Actor, row: { aggregate: { state: string }; call: { aggregate: { state: string } } }): string {
    return this.permissions.allows(actor, 'read-marks', 'Entry', row) ? row.aggregate.state : toldState(row.aggregate.state, row.call.aggregate.state);
  }

  private read(actor: Actor, id: string) {
    return this.database.prisma.entry.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Entry'), { id }] }, include: WITH_CALL });
  }
}
