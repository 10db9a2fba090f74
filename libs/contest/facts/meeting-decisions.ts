import type { Tx } from '#platform';
import type { Exception } from '../domain/going-on.js';

/** What panels decided of a round's entries, the latest of each; entries that they left as ranked are not among them. */
export async function meetingDecisions(tx: Tx, district: string, round: string): Promise<Exception[]> {
  const items = await tx.agendaItem.findMany({ where: { districtId: district, decidedAt: { not: null }, meeting: { roundId: round } }, orderBy: { decidedAt: 'asc' } });
  const latest = new Map(items.map((item) => [item.entryId, item]));
  return [...latest.values()].filter(({ decision }) => decision !== 'as-ranked').map(({ entryId, decision, note }) => ({ entry: entryId, goesOn: decision === 'goes-on', reason: note ?? '评审会合议' }));
}
