import type { Announcement, DistrictId, EventId, EventType, Payload, ProjectId } from '#kernel';
import type { Context } from '../commands/context.js';
import type { Config } from '../config/config.js';
import type { Database, Tx } from '../database/database.js';
import type { Files } from '../files/files.js';

/** An event as a reaction reads it from the record. */
export interface Happened<P extends Payload = Payload> {
  readonly id: EventId;
  readonly district: DistrictId;
  readonly name: string;
  readonly aggregate: string;
  readonly kind: string;
  readonly version: number;
  readonly project: ProjectId | null;
  readonly at: Date;
  readonly requestId: string | null;
  readonly payload: P;
}

/** An event that says at least what `P` names; it may say more. */
export type Saying<P extends Payload> = Pick<EventType, 'event' | 'when'> & ((payload: never) => Announcement<P>);

interface Subscribed<P extends Payload> {
  readonly name: string;
  readonly summary: string;
  readonly on: readonly Saying<P>[];
}

/** What a preparation has at hand. */
export interface Means {
  readonly tx: Tx;
  readonly files: Files;
  readonly database: Database;
  readonly config: Config;
  /** Says how far a long step has come, where people see it while it runs. */
  readonly report: (step: string, done: number, of: number) => void;
}

/**
 * Acts in one transaction with its handled mark; it may read, write and move aggregates as a command does. What takes
 * long is read and worked out before it by `prepare`; `react` then makes sure that it still fits.
 */
export interface Effect<P extends Payload = Payload, X = void> extends Subscribed<P> {
  prepare?(means: Means, event: Happened<P>): Promise<X>;
  react(c: Context, event: Happened<P>, prepared: X, means: Pick<Means, 'files' | 'config'>): Promise<void>;
}

/**
 * Acts by one SQL statement, which begins after `WITH handled AS (…)`: `handled(district_id, event_id)` has a row for
 * each event that was not handled before; a busy relay hands it several at once. `$4` and on are `parameters`.
 */
export interface Statement<P extends Payload = Payload> extends Subscribed<P> {
  readonly statement: string;
  readonly parameters: readonly unknown[];
  /** An SQL condition on `o.district` and `o.name`, an event being recorded: where it is false, nothing is owed. */
  readonly only?: string;
}

/**
 * Acts in one transaction on all that it is owed in a district by then, with their handled marks: for what would
 * otherwise stand in line for one row, event after event.
 */
export interface Gathering<P extends Payload = Payload> extends Subscribed<P> {
  gather(c: Context, events: readonly Happened<P>[]): Promise<void>;
}

/**
 * Fans out into a job for each of `parts` and, when all are done, one last job: a BullMQ flow. The event stays owed
 * until the last job's transaction, which counts for itself whether the parts are all done; so a lost flow is sent again.
 */
export interface Fan<P extends Payload = Payload> extends Subscribed<P> {
  parts(tx: Tx, event: Happened<P>): Promise<readonly string[]>;
  part(c: Context, event: Happened<P>, part: string): Promise<void>;
  last(c: Context, event: Happened<P>): Promise<void>;
}

export type Reaction = Effect | Statement | Gathering | Fan;

/** Declares a reaction; the types of its events check what it reads. */
export const reaction = <P extends Payload, X = void>(definition: Effect<P, X> | Statement<P> | Gathering<P> | Fan<P>): Reaction => definition as unknown as Reaction;
