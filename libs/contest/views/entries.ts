import { Injectable } from '@nestjs/common';
import { canonical, endOfLocalDay, refuse, sha256, type Explanation, type Facts } from '#kernel';
import { Clock, Database, Links, notFound, page, Permissions, SigningKey, slice, type Actor, type PageQuery, type Prisma } from '#platform';
import { answeredFacts, PUBLIC_STATES, toldState } from '../domain/entry.js';
import { checkAnswers } from '../domain/form/check.js';
import { answered, type Answers } from '../domain/form/field.js';
import { standingOf } from '../domain/standing.js';
import { filesOf, formOf, withFiles } from '../facts/content.js';
import { judgeEligibility } from '../facts/eligibility.js';
import { linkTo } from '../files/link.js';

/** What a receipt says was handed in, and when. */
interface Receipt {
  readonly entry: string;
  readonly call: string;
  readonly callName: string;
  readonly title: string;
  readonly number: number;
  readonly hash: string;
  readonly at: string;
  /** The zone that the call's times are stated in. */
  readonly timeZone: string;
  readonly late: boolean;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly opposed: readonly string[];
  readonly declaration: string | null;
}

export interface SignedReceipt {
  readonly receipt: Receipt;
  readonly signature: string;
  readonly publicKey: string;
}

const WITH_CALL = { aggregate: true, call: { include: { aggregate: true } } } as const;
const WRITTEN = ['draft', 'submitted', 'returned'];

@Injectable()
export class EntriesView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly key: SigningKey,
    private readonly links: Links,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: PageQuery, { call, state }: { call?: string | undefined; state?: string | undefined }) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.entry.findMany({
      where: { AND: [this.permissions.where(actor, 'read', 'Entry'), where, call === undefined ? {} : { callId: call }, state === undefined ? {} : this.inState(actor, state)] },
      include: WITH_CALL,
      ...rest,
    });
    return page(rows, query, (row) => ({ id: row.id, title: row.title, call: row.callId, callName: row.call.name, project: row.projectId, organisation: row.organisation, field: row.field, submittedAt: row.submittedAt, late: row.late, state: this.stateFor(actor, row), version: row.aggregate.version }));
  }

  async entry(actor: Actor, id: string) {
    const row = await this.read(actor, id);
    if (!row) return refuse(notFound, { kind: 'entry', id });
    const { prisma } = this.database;
    const form = await formOf(prisma, actor.district, row.callId, row.formVersion);
    const files = await filesOf(prisma, actor.district, id);
    const answers = row.answers as Answers;
    const written = WRITTEN.includes(row.aggregate.state);
    return {
      ...{ id, call: row.callId, project: row.projectId, title: row.title, abstract: row.abstract, organisation: row.organisation, field: row.field, facts: row.facts as Facts, answers, opposed: row.opposed as string[] },
      ...{ formVersion: row.formVersion, newestForm: row.call.formVersion, fieldVersions: row.fieldVersions as Record<string, number>, files, carriedFrom: row.carriedFrom },
      ...{ submittedAt: row.submittedAt, late: row.late, unsentChanges: unsentChanges(row), returnedUntil: row.returnedUntil },
      // Both are worked out while it is written, so that nobody learns of them only when he hands in.
      mistakes: written ? checkAnswers(form, withFiles(form, answers, files)) : [],
      eligibility: written
        ? await judgeEligibility(prisma, { district: actor.district, now: this.clock.now(), call: row.call, project: row.projectId, facts: { ...(row.facts as Facts), ...answeredFacts(form, answered(form, answers)) } })
        : (row.eligibility as unknown as Explanation | null),
      ...{ state: this.stateFor(actor, row), version: row.aggregate.version },
    };
  }

  /** Where an entry stands, what comes next and when: for its team at any time. */
  async standing(actor: Actor, id: string) {
    const row = await this.read(actor, id);
    if (!row) return refuse(notFound, { kind: 'entry', id });
    const { call, returnedUntil, aggregate } = row;
    const announceUntil = call.announceUntil === null ? null : endOfLocalDay(call.announceUntil, call.timeZone);
    return { id, ...standingOf({ entry: aggregate.state, call: call.aggregate.state, closesAt: call.closesAt, returnedUntil, announceUntil, unsentChanges: unsentChanges(row) }), timeZone: call.timeZone };
  }

  /** Every value that a field had or was to have, newest first: nothing that anyone wrote is lost. */
  async revisions(actor: Actor, id: string, field: string | undefined) {
    if (!(await this.read(actor, id))) return refuse(notFound, { kind: 'entry', id });
    const rows = await this.database.prisma.entryRevision.findMany({ where: { districtId: actor.district, entryId: id, ...(field !== undefined && { field }) }, orderBy: { id: 'desc' }, take: 500 });
    return { items: rows.map(({ id: revision, field: name, version, value, personId, at, saved }) => ({ id: revision, field: name, version, value, by: personId, at, saved })) };
  }

  /** Everything that was handed in, each with what it held. */
  async submissions(actor: Actor, id: string) {
    if (!(await this.read(actor, id))) return refuse(notFound, { kind: 'entry', id });
    const rows = await this.database.prisma.submission.findMany({ where: { districtId: actor.district, entryId: id }, orderBy: { number: 'asc' } });
    return { items: rows.map(({ number, at, late, hash, content }) => ({ number, at, late, hash, content })) };
  }

  /** The receipt of the last submission, signed by the installation: it can be checked anywhere, without the service. */
  async receipt(actor: Actor, id: string) {
    const row = await this.read(actor, id);
    const submission = row && (await this.database.prisma.submission.findFirst({ where: { districtId: actor.district, entryId: id }, orderBy: { number: 'desc' } }));
    if (!submission) return refuse(notFound, { kind: 'receipt', id });
    const receipt = submission.receipt as unknown as Receipt;
    return { receipt, signature: this.key.sign(canonical(receipt)), publicKey: this.key.publicKey } satisfies SignedReceipt;
  }

  /** Whether a receipt with this hash was given here: what the code on a printed receipt leads to. */
  async receiptKnown(district: string, hash: string) {
    const row = /^[0-9a-f]{64}$/.test(hash) ? await this.database.prisma.submission.findFirst({ where: { districtId: district, hash } }) : null;
    return row ? { known: true, at: row.at, number: row.number, receipt: sha256(canonical(row.receipt)) } : { known: false };
  }

  /** A link to one of an entry's files that works for some minutes. */
  async fileLink(actor: Actor, id: string, file: string) {
    const row = await this.read(actor, id);
    const found = row && (await this.database.prisma.entryFile.findFirst({ where: { districtId: actor.district, entryId: id, id: file } }));
    return found ? linkTo(this.links, found.id, this.clock.now()) : refuse(notFound, { kind: 'file', id: file });
  }

  /** Entries in a state as the caller may know it: what a team, or an officer too near to it, may not know can't be asked for either. */
  private inState(actor: Actor, state: string): Prisma.EntryWhereInput {
    const really = { aggregate: { is: { state } } };
    if (!['shortlisted', 'not-selected', 'submitted'].includes(state)) return really;
    const isPublic = { call: { is: { aggregate: { is: { state: { in: PUBLIC_STATES } } } } } };
    const decided = { aggregate: { is: { state: { in: ['shortlisted', 'not-selected'] } } } };
    const told = state === 'submitted' ? { OR: [really, { AND: [decided, { NOT: isPublic }] }] } : { AND: [really, isPublic] };
    const known = this.permissions.where(actor, 'read-marks', 'Entry');
    return { OR: [{ AND: [known, really] }, { AND: [{ NOT: known }, told] }] };
  }

  private stateFor(actor: Actor, row: { aggregate: { state: string }; call: { aggregate: { state: string } } }): string {
    return this.permissions.allows(actor, 'read-marks', 'Entry', row) ? row.aggregate.state : toldState(row.aggregate.state, row.call.aggregate.state);
  }

  private read(actor: Actor, id: string) {
    return this.database.prisma.entry.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Entry'), { id }] }, include: WITH_CALL });
  }
}

const unsentChanges = ({ aggregate, submittedAt, call }: { aggregate: { state: string; updatedAt: Date }; submittedAt: Date | null; call: { aggregate: { state: string } } }): boolean =>
  aggregate.state === 'submitted' && call.aggregate.state === 'open' && submittedAt !== null && aggregate.updatedAt > submittedAt;
