import type { Tx } from '#platform';

/** Firms whose ids lie between two, both included. */
export type Range = readonly [from: string, to: string];

export const ALL_FIRMS: Range = ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

/** SQL of (district_id, id, head): firms that meet a condition on `firm`, and all that was merged into each, however many times over. */
export const mergedInto = (condition: string): string => `(
  WITH RECURSIVE own AS (
    SELECT district_id, id, id AS head FROM firm WHERE ${condition}
    UNION ALL SELECT f.district_id, f.id, own.head FROM firm f JOIN own ON f.district_id = own.district_id AND f.merged_into_id = own.id
  ) SELECT * FROM own
)`;

/** All records of the firms given, each with the one that stands for it: itself, or what it was merged into. */
export async function recordsOf(tx: Tx, district: string, firms: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRawUnsafe<{ id: string; head: string }[]>(`SELECT id, head FROM ${mergedInto('district_id = $1::uuid AND id = ANY($2::uuid[])')} own`, district, firms);
  return new Map(rows.map(({ id, head }) => [id, head]));
}

/** The firms of the register, without those that were merged into others; all, or those whose ids lie in a range. */
export async function standingFirms(tx: Tx, districtId: string, range?: Range): Promise<string[]> {
  const id = range && { id: { gte: range[0], lte: range[1] } };
  return (await tx.firm.findMany({ where: { districtId, mergedIntoId: null, ...id }, select: { id: true } })).map((firm) => firm.id);
}
