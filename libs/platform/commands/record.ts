import { chained, type Announcement, type DistrictId, type EventId } from '#kernel';
import { newId } from '../clock/new-id.js';
import type { Prisma } from '../database/generated/client.js';

/** A thing with a state and a history, as loaded by a command. `version` 0 is one not yet written. */
export type Aggregate = Pick<Prisma.AggregateModel, 'districtId' | 'id' | 'kind' | 'state' | 'version' | 'head' | 'projectId'>;

/** What the record says of a change, whoever made it. */
export interface Provenance {
  readonly command: string;
  readonly actor: string;
  readonly cause: EventId | null;
  readonly requestId: string | null;
  readonly at: Date;
}

export interface Move {
  readonly aggregate: Aggregate;
  readonly to: string;
  readonly project: string | null;
  readonly events: readonly Announcement[];
}

/** An audit entry as its hash covers it; verification builds the same from the rows. */
export interface HashedEntry {
  readonly district: string;
  readonly aggregate: string;
  readonly kind: string;
  readonly version: number;
  readonly command: string;
  readonly actor: string;
  readonly cause: string | null;
  readonly at: string;
  readonly from: string | null;
  readonly to: string;
  readonly project: string | null;
  readonly events: readonly { id: string; name: string; payload: unknown }[];
}

/** A move ready to be written: the aggregate after it, its hash and its events with their ids. */
export interface RecordedMove {
  readonly after: Aggregate;
  readonly entry: HashedEntry;
  readonly previous: string;
}

export function recordMove({ aggregate, to, project, events }: Move, provenance: Provenance): RecordedMove {
  const entry: HashedEntry = {
    district: aggregate.districtId,
    aggregate: aggregate.id,
    kind: aggregate.kind,
    version: aggregate.version + 1,
    command: provenance.command,
    actor: provenance.actor,
    cause: provenance.cause,
    at: provenance.at.toISOString(),
    from: aggregate.version === 0 ? null : aggregate.state,
    to,
    project,
    // Through JSON once, so that what is hashed is what a reader gets back (no undefined).
    events: events.map(({ event, payload }) => ({ id: newId<'Event'>(), name: event, payload: JSON.parse(JSON.stringify(payload)) })),
  };
  const head = chained(aggregate.head, entry);
  return { previous: aggregate.head, entry, after: { ...aggregate, state: to, version: entry.version, head, projectId: project } };
}

/**
 * The one statement that writes moves: states under their versions, audit entries, events, and for each event what
 * the relay and the reactions owe it. It returns the number of aggregates written; fewer than asked means that a
 * version had moved on. `$1` is the JSON of `recordParameters`; `conditions` say under what a reaction is owed an event.
 */
export const recordStatement = (conditions: ReadonlyMap<string, string>): string => `
WITH input AS (SELECT $1::jsonb AS j),
moves AS (
  SELECT m.* FROM input, jsonb_to_recordset(j -> 'moves') AS m(district uuid, aggregate uuid, kind text, version int,
    command text, actor text, cause uuid, "requestId" text, at timestamptz, "from" text, "to" text, project uuid, previous text, hash text)
),
created AS (
  INSERT INTO aggregate (district_id, id, kind, state, version, head, project_id, created_at, updated_at)
  SELECT district, aggregate, kind, "to", 1, hash, project, at, at FROM moves WHERE version = 1
  RETURNING id
),
moved AS (
  UPDATE aggregate a SET state = m."to", version = m.version, head = m.hash, project_id = m.project, updated_at = m.at
  FROM moves m WHERE m.version > 1 AND a.district_id = m.district AND a.id = m.aggregate AND a.version = m.version - 1
  RETURNING a.id
),
audited AS (
  INSERT INTO audit_entry (district_id, aggregate_id, version, kind, command, actor, cause, request_id, at, from_state, to_state, project_id, previous, hash)
  SELECT district, aggregate, version, kind, command, actor, cause, "requestId", at, "from", "to", project, previous, hash FROM moves
),
announced AS (
  INSERT INTO event (district_id, id, aggregate_id, kind, version, ordinal, name, payload, project_id, at, request_id)
  SELECT district, id, aggregate, kind, version, ordinal, name, payload, project, at, "requestId"
  FROM input, jsonb_to_recordset(j -> 'events') AS e(district uuid, id uuid, aggregate uuid, kind text, version int,
    ordinal int, name text, payload jsonb, project uuid, at timestamptz, "requestId" text)
),
owed AS (
  SELECT o.* FROM input, jsonb_to_recordset(j -> 'owed') AS o(district uuid, event uuid, name text, reaction text)
  WHERE ${[...conditions].map(([reaction, condition]) => `(o.reaction <> '${reaction}' OR ${condition})`).join(' AND ') || 'true'}
),
waiting AS (INSERT INTO pending (district_id, event_id, reaction) SELECT district, event, reaction FROM owed),
out AS (INSERT INTO outbox (district_id, event_id) SELECT DISTINCT district, event FROM owed)
SELECT ((SELECT count(*) FROM created) + (SELECT count(*) FROM moved))::int AS written`;

/** The parameter of that statement. `reactionsTo` names the reactions subscribed to an event. */
export function recordParameters(
  moves: readonly RecordedMove[],
  requestId: string | null,
  reactionsTo: (event: string) => readonly string[],
): string {
  const events = moves.flatMap(({ entry }) =>
    entry.events.map((event, ordinal) => ({
      ...event,
      district: entry.district,
      aggregate: entry.aggregate,
      kind: entry.kind,
      version: entry.version,
      project: entry.project,
      at: entry.at,
      ordinal,
      requestId,
    })),
  );
  return JSON.stringify({
    moves: moves.map(({ entry: { events: _, ...entry }, previous, after }) => ({ ...entry, requestId, previous, hash: after.head })),
    events,
    owed: events.flatMap((event) => reactionsTo(event.name).map((reaction) => ({ district: event.district, event: event.id, name: event.name, reaction }))),
  });
}

/** A new aggregate of `kind`, before its first version. */
export const unwritten = (district: DistrictId, kind: string, id: string, head: string): Aggregate => ({
  districtId: district,
  id,
  kind,
  state: '',
  version: 0,
  head,
  projectId: null,
});
