import { insertMany, newId, type Context } from '#platform';
import { sheetAssigned, sheetMachine } from '../domain/judging.js';
import { sheetKind } from '../commands/kinds.js';

/** Gives judges their sheets: each is a thing of its own, on the entry's project. */
export async function giveSheets(c: Context, round: string, pairs: readonly { readonly entry: string; readonly judge: string }[]): Promise<void> {
  const entries = await c.tx.entry.findMany({ where: { districtId: c.district, id: { in: [...new Set(pairs.map(({ entry }) => entry))] } }, select: { id: true, projectId: true } });
  const projects = new Map(entries.map(({ id, projectId }) => [id, projectId]));
  const sheets = pairs.map(({ entry, judge }) => ({ id: newId(), entryId: entry, judgeId: judge }));
  for (const { id, entryId, judgeId } of sheets) c.create(sheetKind.kind, sheetMachine.begin(sheetAssigned({ round, entry: entryId, judge: judgeId })), { id, project: projects.get(entryId)! });
  await insertMany(c.tx, 'score_sheet', { district_id: 'uuid', id: 'uuid', round_id: 'uuid', entry_id: 'uuid', judge_id: 'uuid' }, sheets.map(({ id, entryId, judgeId }) => [c.district, id, round, entryId, judgeId]));
}
