import type { Tx } from '#platform';

/** What people are called, by their ids. */
export async function namesOf(tx: Tx, district: string, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.person.findMany({ where: { districtId: district, id: { in: [...people] } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
