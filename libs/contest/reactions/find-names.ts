import type { Payload } from '#kernel';
import { newId, reaction } from '#platform';
import { entryRedacted, entrySubmitted } from '../domain/entry.js';
import { findNames, type FoundName } from '../domain/names.js';
import { searchedTexts, tellingNames } from '../facts/telling-names.js';

export const findTellingNames = reaction<Payload, FoundName[]>({
  name: 'find-names',
  summary: 'Points out the names of people and organisations that give an entry’s authors away, in its texts, files, file names and file properties.',
  on: [entrySubmitted, entryRedacted],
  async prepare({ tx, files }, { district, aggregate }) {
    return findNames(await tellingNames(tx, district, aggregate), await searchedTexts(tx, files, district, aggregate));
  },
  async react(c, { aggregate: entry }, found) {
    const of = { districtId: c.district, entryId: entry };
    // What the office has cleared stays cleared; what is gone from the texts is gone from the list.
    await c.tx.nameFinding.deleteMany({ where: { ...of, clearedAt: null, place: { not: 'comment' } } });
    await c.tx.nameFinding.createMany({ data: found.map((finding) => ({ ...of, id: newId(), ...finding })), skipDuplicates: true });
  },
});
