import type { Tx } from '#platform';

/** All records of the firms given, each with the one that stands for it: itself, or what it was merged into, however many times over. */
export async function recordsOf(tx: Tx, district: string, firms: readonly string[]): Promise<Map<string, string>> {
  const heads = new Map(firms.map((id) => [id, id]));
  for (let open = [...firms]; open.length > 0; ) {
    const rows = await tx.firm.findMany({ where: { districtId: district, mergedIntoId: { in: open } }, select: { id: true, mergedIntoId: true } });
    for (const { id, mergedIntoId } of rows) heads.set(id, heads.get(mergedIntoId!)!);
    open = rows.map(({ id }) => id);
  }
  return heads;
}
