import type { Tx } from '#platform';
import type { Content } from './content.js';

/** Every text in a value, whatever is around it. */
export const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** What an entry says: title, abstract and the texts of its answers. */
export const textsOfContent = ({ title, abstract, answers }: Content): string[] => [title, abstract, ...textsIn(answers)];

/** What entries last handed in say, by entry; without their files. */
export async function textsOf(tx: Tx, district: string, entries: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.$queryRaw<{ entry: string; content: Content }[]>`
    SELECT DISTINCT ON (entry_id) entry_id AS entry, content FROM submission
    WHERE district_id = ${district}::uuid AND entry_id = ANY(${[...entries]}::uuid[]) ORDER BY entry_id, number DESC`;
  return new Map(rows.map(({ entry, content }) => [entry, textsOfContent(content)]));
}
