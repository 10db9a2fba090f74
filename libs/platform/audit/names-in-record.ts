import type { Tx } from '../database/database.js';

const PERSON = 'person:';

/** How the record names a person. */
export const inRecord = (person: string): string => PERSON + person;

/** The names of the people among those whom the record says did something, by how it names them. */
export async function namesInRecord(prisma: Pick<Tx, 'person'>, district: string, actors: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(actors.filter((by) => by.startsWith(PERSON)).map((by) => by.slice(PERSON.length)))];
  const rows = await prisma.person.findMany({ where: { districtId: district, id: { in: ids } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [inRecord(id), name]));
}
