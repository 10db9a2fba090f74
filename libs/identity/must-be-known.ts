import { notFound, type Context } from '#platform';

/** Refuses people of whom the district knows nothing. @throws Refused */
export async function mustBeKnown(c: Context, people: readonly string[]): Promise<void> {
  const rows = await c.tx.person.findMany({ where: { districtId: c.district, id: { in: [...people] } }, select: { id: true } });
  const known = new Set(rows.map(({ id }) => id));
  const stranger = people.find((person) => !known.has(person));
  if (stranger !== undefined) c.refuse(notFound, { kind: 'person', id: stranger });
}
