import type { Tx } from '#platform';

/** What a message may say of whoever reads it. */
export const MESSAGE_FIELDS = ['name', 'open', 'entries'] as const;

/** The fields of each person: his name, how many of his sheets are open, and the titles of his entries, in a round. */
export async function messageFields(tx: Tx, district: string, round: string, people: readonly string[]): Promise<Record<string, Record<(typeof MESSAGE_FIELDS)[number], string>>> {
  const rows = await tx.person.findMany({ where: { districtId: district, id: { in: [...people] } }, select: { id: true, name: true } });
  const open = await tx.scoreSheet.groupBy({ by: ['judgeId'], where: { districtId: district, roundId: round, pulled: null, submittedAt: null, judgeId: { in: [...people] } }, _count: { _all: true } });
  const counts = new Map(open.map(({ judgeId, _count }) => [judgeId, _count._all]));
  const entries = await tx.$queryRaw<{ person: string; title: string }[]>`
    SELECT g.person_id AS person, e.title FROM standing s JOIN entry e ON e.district_id = s.district_id AND e.id = s.entry_id
    JOIN role_grant g ON g.district_id = e.district_id AND g.role = 'team' AND g.scope_id = e.project_id
    WHERE s.district_id = ${district}::uuid AND s.round_id = ${round}::uuid AND g.person_id = ANY(${[...people]}::uuid[]) ORDER BY e.title`;
  const titles = Map.groupBy(entries, ({ person }) => person);
  return Object.fromEntries(rows.map(({ id, name }) => [id, { name, open: String(counts.get(id) ?? 0), entries: (titles.get(id) ?? []).map(({ title }) => `《${title}》`).join('、') }]));
}

/** The fields in a text that no message has. */
export const unknownFields = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, field]) => field!).filter((field) => !(MESSAGE_FIELDS as readonly string[]).includes(field));
