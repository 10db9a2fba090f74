import {
  GENESIS,
  isRefusal,
  refuse,
  type Announcement,
  type Decision,
  type DistrictId,
  type PersonId,
  type Explanation,
  type Mistake,
  type Refusal,
  type RefusalType,
} from '#kernel';
import { newId } from '../clock/new-id.js';
import type { Tx } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { isOverlap } from '../database/overlap.js';
import type { Actor } from './actor.js';
import { Refused } from './refused.js';
import { unwritten, type Aggregate, type Move } from './record.js';

export interface FutureEvent {
  readonly aggregate: string;
  readonly kind: string;
  readonly announcement: Announcement;
  readonly at: Date;
  readonly timeZone: string;
}

/** What a decision may do inside its transaction: read and write rows, move aggregates, set deadlines, refuse. */
export class Context {
  readonly moves: Move[] = [];
  readonly deadlines: FutureEvent[] = [];
  readonly dropped: { aggregate: string; event: string }[] = [];
  private readonly moved = new Set<string>();

  constructor(
    readonly tx: Tx,
    readonly actor: Actor,
    readonly now: Date,
  ) {}

  get district(): DistrictId {
    return this.actor.district;
  }

  /** The person who acts; null where the service itself does, or nobody known. */
  get person(): PersonId | null {
    return this.actor.kind === 'person' ? this.actor.id : null;
  }

  /** The key of a row of this district. */
  key(id: string): { districtId_id: { districtId: string; id: string } } {
    return { districtId_id: { districtId: this.district, id } };
  }

  /** Holds an aggregate until the transaction ends, so that what is read of it next stays true. */
  async lock(id: string): Promise<void> {
    await this.tx.$queryRaw`SELECT 1 FROM aggregate WHERE district_id = ${this.district}::uuid AND id = ${id}::uuid FOR UPDATE`;
  }

  /** Writes the first version of an aggregate; returns its id. @throws Refused when the decision is a refusal. */
  create(kind: string, decision: Decision | Refusal, of: { id?: string; project?: string | null } = {}): string {
    const id = of.id ?? newId();
    this.move(unwritten(this.district, kind, id, GENESIS), decision, of.project ?? null);
    return id;
  }

  /** Writes the next version of an aggregate. @throws Refused when the decision is a refusal. */
  move(aggregate: Aggregate, decision: Decision | Refusal, project: string | null = aggregate.projectId): void {
    if (isRefusal(decision)) throw new Refused(decision);
    if (this.moved.has(aggregate.id)) throw new Error(`${aggregate.kind} ${aggregate.id} moves twice in one command`);
    this.moved.add(aggregate.id);
    this.moves.push({ aggregate, to: decision.to, project, events: decision.events });
  }

  /** Announces something of an aggregate that stays in its state. */
  announce(aggregate: Aggregate, ...events: Announcement[]): void {
    this.move(aggregate, { to: aggregate.state, events });
  }

  /** At `at` the announcement becomes an event of the aggregate; one that it already waits for is moved. */
  remind(aggregate: { id: string; kind: string }, announcement: Announcement, at: Date, timeZone: string): void {
    this.deadlines.push({ aggregate: aggregate.id, kind: aggregate.kind, announcement, at, timeZone });
  }

  /** Takes a deadline back. */
  forget(aggregate: { id: string }, event: string): void {
    this.dropped.push({ aggregate: aggregate.id, event });
  }

  /** Holds a row of `table` until the transaction ends: who else would write what depends on it waits. */
  async hold(table: Prisma.ModelName, id: string): Promise<void> {
    const name = table.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
    await this.tx.$queryRawUnsafe(`SELECT 1 FROM "${name}" WHERE district_id = $1::uuid AND id = $2::uuid FOR UPDATE`, this.district, id);
  }

  /** A write that a constraint against overlaps may stop; that is a refusal. @throws Refused */
  async unlessTaken<T>(write: Promise<T>, type: RefusalType, facts: Refusal['facts'] = {}): Promise<T> {
    return write.catch((error: unknown) => (isOverlap(error) ? this.refuse(type, facts) : Promise.reject(error as Error)));
  }

  /** Hands on what was decided; a refusal ends the command. @throws Refused */
  must<T>(decided: T | Refusal): T {
    if (isRefusal(decided)) throw new Refused(decided);
    return decided as T;
  }

  /** Ends the command without effect. @throws Refused */
  refuse(type: RefusalType, facts: Refusal['facts'] = {}, explanation?: Explanation, mistakes?: readonly Mistake[]): never {
    throw new Refused(refuse(type, facts, explanation, mistakes));
  }
}
