import type { Files, Tx } from '#platform';
import type { FileText } from '../files/read-file.js';
import { readKept } from '../files/read-kept.js';

export interface ReadFile extends FileText {
  readonly id: string;
  readonly name: string;
}

/** What the files of an entry say, read now where no reaction has done so yet. */
export async function fileTexts(tx: Tx, files: Files, district: string, ids: readonly string[]): Promise<ReadFile[]> {
  const rows = await tx.entryFile.findMany({ where: { districtId: district, id: { in: [...ids] } }, orderBy: { id: 'asc' } });
  return Promise.all(
    rows.map(async (row) => {
      const { id, name, text, properties, readAt } = row;
      if (readAt !== null) return { id, name, text: text ?? '', properties: (properties ?? {}) as Record<string, string> };
      return { id, name, ...(await readKept(files, row)) };
    }),
  );
}
