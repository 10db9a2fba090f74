import { isRefusal, type DistrictId, type EventId, type Payload, type ProjectId, type Refusal } from '#kernel';
import { Refused } from '../commands/refused.js';
import type { Origin } from '../commands/transaction.js';
import type { Database } from '../database/database.js';
import type { Event as EventRow } from '../database/generated/client.js';
import type { Happened } from './reaction.js';

/** An event as it stands in the record. */
export const happened = (row: EventRow): Happened => ({
  id: row.id as EventId,
  district: row.districtId as DistrictId,
  name: row.name,
  aggregate: row.aggregateId,
  kind: row.kind,
  version: row.version,
  project: row.projectId as ProjectId | null,
  at: row.at,
  requestId: row.requestId,
  payload: row.payload as Payload,
});

/** @throws where there is no such event */
export async function readEvent({ prisma }: Database, district: string, id: string): Promise<Happened> {
  const row = await prisma.event.findUnique({ where: { districtId_id: { districtId: district, id } } });
  if (!row) throw new Error(`There is no event ${id}`);
  return happened(row);
}

/** What a reaction does is done by the system, because of an event. */
export const originOf = (reaction: string, { id, district, requestId }: Happened): Origin => ({ command: reaction, actor: { kind: 'system', district, name: reaction }, cause: id, requestId });

/** @throws where a reaction was refused: it has failed, is tried again and then kept as a dead letter */
export function thrown(outcome: Refusal | object): void {
  if (isRefusal(outcome)) throw new Refused(outcome);
}

/** One event that can't be handled must not hold up those it came with: each goes alone. @throws what the first that failed was refused with; the failed are tried again */
export async function eachAlone(events: readonly string[], handle: (event: string) => Promise<unknown>): Promise<void> {
  const outcomes = await Promise.allSettled(events.map(handle));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
}
