import type { Payload } from '#kernel';
import type { Tx } from '#platform';
import type { Notice } from '../domain/notice.js';

/** What the latest event that wakes a notice said; nothing where none has happened. */
export async function lastSaid(tx: Tx, district: string, { on }: Notice): Promise<Payload> {
  const last = await tx.event.findFirst({ where: { districtId: district, name: on.event }, orderBy: { id: 'desc' } });
  return (last?.payload ?? {}) as Payload;
}
