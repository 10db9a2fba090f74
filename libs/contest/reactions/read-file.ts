import { reaction } from '#platform';
import { fileAttached } from '../domain/entry.js';
import type { FileText } from '../files/read-file.js';
import { readKept } from '../files/read-kept.js';

export const readAttachedFile = reaction({
  name: 'read-file',
  summary: 'Reads an attached file’s text and its own properties, for finding names and like entries.',
  on: [fileAttached],
  async prepare({ tx, files }, { district, payload: { file } }): Promise<FileText | null> {
    const row = await tx.entryFile.findUnique({ where: { districtId_id: { districtId: district, id: file } } });
    return row && row.readAt === null ? readKept(files, row) : null;
  },
  async react(c, { payload: { file } }, read) {
    if (read) await c.tx.entryFile.update({ where: c.key(file), data: { text: read.text, properties: read.properties, readAt: c.now } });
  },
});
