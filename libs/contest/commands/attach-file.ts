import { command, newId } from '#platform';
import { entryMachine, fileAttached, noFileField, tooManyFiles } from '../domain/entry.js';
import { formOf } from '../facts/content.js';
import { mayWrite } from '../facts/may-write.js';
import { entryKind } from './kinds.js';

/** A file that has come in whole and was found to be what it says it is. */
export interface AttachFile {
  readonly entry: string;
  readonly field: string;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
  readonly sha256: string;
}

export const attachFile = command({
  name: 'attach-file',
  summary: 'Puts an uploaded file in its place in the entry’s form.',
  on: entryKind,
  may: 'change',
  target: (input: AttachFile) => input.entry,
  async decide(c, { field, name, size, mediaType, sha256 }, entry) {
    const step = mayWrite(c, entry);
    const form = await formOf(c.tx, c.district, entry.callId, entry.formVersion);
    const place = form.fields.find(({ key }) => key === field);
    if (place?.type !== 'file') return c.refuse(noFileField, { field });
    const there = await c.tx.entryFile.findMany({ where: { districtId: c.district, entryId: entry.id, field, removedAt: null, redacts: null } });
    const same = there.find((file) => file.sha256 === sha256 && file.name === name);
    if (same) return { file: same.id, sha256 };
    if (there.length >= place.most) c.refuse(tooManyFiles, { most: place.most });
    const file = newId();
    c.move(entry.aggregate, entryMachine.take(step, entry.aggregate.state, {}, [fileAttached({ entry: entry.id, file, sha256 })]));
    await c.tx.entryFile.create({ data: { districtId: c.district, id: file, entryId: entry.id, field, name, size, mediaType, sha256, addedBy: c.person ?? c.district, addedAt: c.now } });
    return { file, sha256 };
  },
});
