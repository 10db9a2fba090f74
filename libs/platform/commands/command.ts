import type { Tx } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import type { Context } from './context.js';
import type { Aggregate } from './record.js';

/** A kind of aggregate as commands load it: its name in the record, its table, and its row with its state. */
export interface AggregateKind<Row extends { aggregate: Aggregate }> {
  readonly kind: string;
  readonly subject: Prisma.ModelName;
  find(tx: Tx, key: { districtId_id: { districtId: string; id: string } }): Promise<Row | null>;
}

export const aggregateKind = <Row extends { aggregate: Aggregate }>(
  kind: string,
  subject: Prisma.ModelName,
  find: AggregateKind<Row>['find'],
): AggregateKind<Row> => ({ kind, subject, find });

/** What a command gives back beyond the id, state and version of what it changed. */
export type Answer = { readonly [name: string]: unknown } | void;

/**
 * One thing the service can do. `on` is what it is done to: loaded and locked before `decide`, and what `may` is
 * asked of. A command that makes something new is done to what the new thing belongs to.
 */
export interface Command<I extends object, Row extends { aggregate: Aggregate }, A extends Answer> {
  readonly name: string;
  readonly summary: string;
  readonly on: AggregateKind<Row>;
  readonly may: string;
  /** The id of what it is done to. */
  target(input: I, district: string): string;
  /** false: many may run on one target at once, since they don't change it. */
  readonly exclusive?: boolean;
  /** A field of the answer that is told once and kept nowhere: a repeated call gets null for it. */
  readonly toldOnce?: string;
  decide(c: Context, input: I, target: Row): Promise<A>;
}

/** Declares a command; see `Command` for what each part means. */
export const command = <I extends object, Row extends { aggregate: Aggregate }, A extends Answer>(
  definition: Command<I, Row, A>,
): Command<I, Row, A> => definition;
