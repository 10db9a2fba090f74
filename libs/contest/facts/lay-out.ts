import { insertMany, newId, type Context } from '#platform';
import { PICK } from '../domain/round-ranking.js';
import type { RoundRow } from '../commands/kinds.js';
import { planOfRound } from './round-plan.js';

/** The rows that marks and totals of these entries go into; those that are there already stay. */
export async function layOut(c: Context, round: Pick<RoundRow, 'id' | 'plan'>, entries: readonly string[]): Promise<void> {
  const { id } = round;
  const { way, rubric } = planOfRound(round);
  const marked = way === 'picks' ? [{ key: PICK, weight: 1 }] : rubric;
  const of = { districtId: c.district, roundId: id, entryId: { in: [...entries] } };
  const standing = new Set((await c.tx.standing.findMany({ where: of, select: { entryId: true } })).map(({ entryId }) => entryId));
  const aspects = new Set((await c.tx.aspect.findMany({ where: of, distinct: ['entryId'], select: { entryId: true } })).map(({ entryId }) => entryId));
  await insertMany(c.tx, 'standing', { district_id: 'uuid', round_id: 'uuid', entry_id: 'uuid' }, entries.filter((entry) => !standing.has(entry)).map((entry) => [c.district, id, entry]));
  const columns = { district_id: 'uuid', id: 'uuid', round_id: 'uuid', entry_id: 'uuid', key: 'text', section: 'text', base: 'numeric', factor: 'numeric' };
  await insertMany(c.tx, 'aspect', columns, entries.filter((entry) => !aspects.has(entry)).flatMap((entry) => marked.map(({ key, weight }) => [c.district, newId(), id, entry, key, 'criteria', '0', String(weight)])));
}
