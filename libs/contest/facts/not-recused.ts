import type { Context } from '#platform';
import { officeInConflict } from '../domain/entry.js';

/** An officer who is too near to an entry of the call leaves what decides on it to another. @throws Refused */
export async function notRecused(c: Context, call: string): Promise<void> {
  if (c.actor.kind !== 'person' || c.actor.recused.length === 0) return;
  const near = await c.tx.entry.count({ where: { districtId: c.district, callId: call, projectId: { in: [...c.actor.recused] }, aggregate: { state: { notIn: ['draft', 'lapsed', 'withdrawn', 'moved'] } } } });
  if (near > 0) c.refuse(officeInConflict);
}
