import { command, notFound } from '#platform';
import { entryMachine, fileRemoved } from '../domain/entry.js';
import { mayWrite } from '../facts/may-write.js';
import { entryKind } from './kinds.js';

export const removeFile = command({
  name: 'remove-file',
  summary: 'Takes a file off an entry; what was handed in with it keeps it.',
  on: entryKind,
  may: 'change',
  target: (input: { entry: string; file: string }) => input.entry,
  async decide(c, { file }, entry) {
    const step = mayWrite(c, entry);
    const { count } = await c.tx.entryFile.updateMany({ where: { districtId: c.district, id: file, entryId: entry.id, removedAt: null, redacts: null }, data: { removedAt: c.now } });
    if (count === 0) c.refuse(notFound, { kind: 'file', id: file });
    c.move(entry.aggregate, entryMachine.take(step, entry.aggregate.state, {}, [fileRemoved({ entry: entry.id, file })]));
  },
});
