import { recusedOf, type Context } from '#platform';
import { officeInConflict } from '../domain/entry.js';

/** An officer who is too near to an entry of the call leaves what decides on it to another. @throws Refused */
export async function notRecused(c: Context, call: string): Promise<void> {
  const recused = recusedOf(c.actor);
  if (recused.length === 0) return;
  const near = await c.tx.entry.count({ where: { districtId: c.district, callId: call, projectId: { in: recused }, aggregate: { state: { notIn: ['draft', 'lapsed', 'withdrawn', 'moved'] } } } });
  if (near > 0) c.refuse(officeInConflict);
}
