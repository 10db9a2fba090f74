import { insertMany, type Context } from '#platform';
import type { MarkGiven } from '../domain/marks.js';

/** Writes the marks of sheets of one round. */
export async function putMarks(c: Context, round: string, sheets: readonly { readonly sheet: string; readonly entry: string; readonly marks: readonly MarkGiven[] }[]): Promise<void> {
  const aspects = await c.tx.aspect.findMany({ where: { districtId: c.district, roundId: round, entryId: { in: sheets.map(({ entry }) => entry) } } });
  const idOf = new Map(aspects.map(({ entryId, key, id }) => [`${entryId} ${key}`, id]));
  const rows = sheets.flatMap(({ sheet, entry, marks }) => marks.map(({ criterion, mark, comment }) => [c.district, idOf.get(`${entry} ${criterion}`)!, sheet, String(mark), comment ?? null]));
  await insertMany(c.tx, 'mark', { district_id: 'uuid', aspect_id: 'uuid', sheet_id: 'uuid', value: 'numeric', comment: 'text' }, rows);
}
