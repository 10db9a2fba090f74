import { command, newId, notFound } from '#platform';
import { entryRedacted, fileAttached } from '../domain/entry.js';
import type { AttachFile } from './attach-file.js';
import { entryKind } from './kinds.js';

export const redactFile = command({
  name: 'redact-file',
  summary: 'Gives a file a copy without names that judges see in its place; the original stays as it is.',
  on: entryKind,
  may: 'redact',
  target: (input: Omit<AttachFile, 'field'> & { redacts: string }) => input.entry,
  async decide(c, { redacts, name, size, mediaType, sha256 }, entry) {
    const original = await c.tx.entryFile.findFirst({ where: { districtId: c.district, id: redacts, entryId: entry.id, redacts: null } });
    if (!original) return c.refuse(notFound, { kind: 'file', id: redacts });
    const file = newId();
    await c.tx.entryFile.updateMany({ where: { districtId: c.district, redacts, removedAt: null }, data: { removedAt: c.now } });
    await c.tx.entryFile.create({ data: { districtId: c.district, id: file, entryId: entry.id, field: original.field, name, size, mediaType, sha256, redacts, addedBy: c.person ?? c.district, addedAt: c.now } });
    c.announce(entry.aggregate, entryRedacted({ entry: entry.id, field: original.field }), fileAttached({ entry: entry.id, file, sha256 }));
    return { file };
  },
});
