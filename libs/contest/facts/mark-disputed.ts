import type { Announcement } from '#kernel';
import type { Context } from '#platform';
import { entryDisputed } from '../domain/judging.js';
import { isDisputed, spreadOf } from '../domain/spread.js';
import { sheetsIn } from './ranking.js';
import { planOfRound } from './round-plan.js';

/**
 * Marks entries whose sheets are all in and lie further apart than the call allows, and that were not marked before.
 *
 * @param only the entry to look at; all of the round where it is left out
 * @returns what is to be announced of the round
 */
export async function markDisputed(c: Context, round: { readonly id: string; readonly callId: string; readonly plan: unknown; readonly call: { readonly name: string } }, only?: string): Promise<Announcement[]> {
  const plan = planOfRound(round);
  if (!plan.spread) return [];
  const of = { districtId: c.district, roundId: round.id };
  const standings = await c.tx.standing.findMany({ where: { ...of, disputed: false, ...(only !== undefined && { entryId: only }) }, include: { entry: { select: { title: true } } } });
  const open = new Set((await c.tx.scoreSheet.findMany({ where: { ...of, pulled: null, submittedAt: null }, distinct: ['entryId'], select: { entryId: true } })).map(({ entryId }) => entryId));
  const sheets = Map.groupBy(await sheetsIn(c.tx, c.district, round.id, only), ({ entry }) => entry);
  const disputed = standings.filter(({ entryId }) => !open.has(entryId) && isDisputed(plan, sheets.get(entryId) ?? []));
  await c.tx.standing.updateMany({ where: { ...of, entryId: { in: disputed.map(({ entryId }) => entryId) } }, data: { disputed: true } });
  return disputed.map(({ entryId, entry }) => entryDisputed({ call: round.callId, callName: round.call.name, entry: entryId, title: entry.title, spread: spreadOf(plan, sheets.get(entryId)!).toString() }));
}
