import { recusedOf, type Actor, type Tx } from '#platform';

/** Whether someone of the office is too near to any entry of a call to see its ranking: a gap in it would tell where that entry stands. */
export async function isTooNear(tx: Tx, actor: Actor, call: string): Promise<boolean> {
  const recused = recusedOf(actor);
  return recused.length > 0 && (await tx.entry.count({ where: { districtId: actor.district, callId: call, projectId: { in: recused } } })) > 0;
}
