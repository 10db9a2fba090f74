import { insertMany, newId, type Context } from '#platform';
import type { Criterion } from '../domain/call.js';
import type { RoundRow } from '../commands/kinds.js';

/** The rows that marks and totals of these entries go into; those that are there already stay. */
export async function layOut(c: Context, { id, call }: Pick<RoundRow, 'id'> & { readonly call: { readonly rubric: unknown } }, entries: readonly string[]): Promise<void> {
  const of = { districtId: c.district, roundId: id, entryId: { in: [...entries] } };
  const standing = new Set((await c.tx.standing.findMany({ where: of, select: { entryId: true } })).map(({ entryId }) => entryId));
  const aspects = new Set((await c.tx.aspect.findMany({ where: of, distinct: ['entryId'], select: { entryId: true } })).map(({ entryId }) => entryId));
  await insertMany(c.tx, 'standing', { district_id: 'uuid', round_id: 'uuid', entry_id: 'uuid' }, entries.filter((entry) => !standing.has(entry)).map((entry) => [c.district, id, entry]));
  const columns = { district_id: 'uuid', id: 'uuid', round_id: 'uuid', entry_id: 'uuid', key: 'text', section: 'text', base: 'numeric', factor: 'numeric' };
  const rubric = call.rubric as Criterion[];
  await insertMany(c.tx, 'aspect', columns, entries.filter((entry) => !aspects.has(entry)).flatMap((entry) => rubric.map(({ key, weight }) => [c.district, newId(), id, entry, key, 'criteria', '0', String(weight)])));
}
