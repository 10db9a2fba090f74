import { insertMany, newId, type Context } from '#platform';
import { sheetAssigned, sheetMachine } from '../domain/judging.js';
import { balancedOrders } from '../domain/judge-queue.js';
import { sheetKind } from '../commands/kinds.js';

/** Gives judges their sheets, each a thing of its own on the entry's project: everyone in his own balanced order, behind what he has already. */
export async function giveSheets(c: Context, round: string, pairs: readonly { readonly entry: string; readonly judge: string }[]): Promise<void> {
  const entries = await c.tx.entry.findMany({ where: { districtId: c.district, id: { in: [...new Set(pairs.map(({ entry }) => entry))] } }, select: { id: true, projectId: true } });
  const projects = new Map(entries.map(({ id, projectId }) => [id, projectId]));
  const held = await c.tx.scoreSheet.groupBy({ by: ['judgeId'], where: { districtId: c.district, roundId: round }, _max: { position: true } });
  const last = new Map(held.map(({ judgeId, _max }) => [judgeId, _max.position ?? -1]));
  const orders = balancedOrders(round, new Map([...Map.groupBy(pairs, ({ judge }) => judge)].map(([judge, own]) => [judge, own.map(({ entry }) => entry)])));
  const sheets = [...orders].flatMap(([judge, order]) => order.map((entry, n) => ({ id: newId(), entryId: entry, judgeId: judge, position: (last.get(judge) ?? -1) + 1 + n })));
  for (const { id, entryId, judgeId } of sheets) c.create(sheetKind.kind, sheetMachine.begin(sheetAssigned({ round, entry: entryId, judge: judgeId })), { id, project: projects.get(entryId)! });
  await insertMany(c.tx, 'score_sheet', { district_id: 'uuid', id: 'uuid', round_id: 'uuid', entry_id: 'uuid', judge_id: 'uuid', position: 'int' }, sheets.map(({ id, entryId, judgeId, position }) => [c.district, id, round, entryId, judgeId, String(position)]));
}
