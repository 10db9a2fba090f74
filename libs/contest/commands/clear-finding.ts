import { command, notFound } from '#platform';
import { findingCleared } from '../domain/entry.js';
import { entryKind } from './kinds.js';

export const clearFinding = command({
  name: 'clear-finding',
  summary: 'Says that a name found in an entry gives nobody away.',
  on: entryKind,
  may: 'redact',
  target: (input: { entry: string; finding: string }) => input.entry,
  async decide(c, { finding }, entry) {
    const by = c.person;
    const { count } = await c.tx.nameFinding.updateMany({ where: { districtId: c.district, id: finding, entryId: entry.id, clearedAt: null }, data: { clearedBy: by, clearedAt: c.now } });
    if (count === 0) c.refuse(notFound, { kind: 'finding', id: finding });
    c.announce(entry.aggregate, findingCleared({ entry: entry.id, finding }));
  },
});
