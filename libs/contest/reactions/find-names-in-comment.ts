import { newId, reaction } from '#platform';
import { sheetSubmitted } from '../domain/judging.js';
import { findNames } from '../domain/names.js';
import { tellingNames } from '../facts/telling-names.js';

export const findNamesInComment = reaction({
  name: 'find-names-in-comment',
  summary: 'Points out names in a judge’s comment, his own and other judges’ among them, before anyone else reads it.',
  on: [sheetSubmitted],
  async react(c, { aggregate: sheet, payload: { round, entry } }) {
    const row = await c.tx.scoreSheet.findUniqueOrThrow({ where: c.key(sheet) });
    if (row.comment === null) return;
    const judges = await c.tx.scoreSheet.findMany({ where: { districtId: c.district, roundId: round }, distinct: ['judgeId'], select: { judgeId: true } });
    const people = await c.tx.person.findMany({ where: { districtId: c.district, id: { in: judges.map(({ judgeId }) => judgeId) } }, select: { name: true } });
    const found = findNames([...people.map(({ name }) => name), ...(await tellingNames(c.tx, c.district, entry))], [{ place: 'comment', of: sheet, text: row.comment }]);
    await c.tx.nameFinding.createMany({ data: found.map((finding) => ({ districtId: c.district, entryId: entry, id: newId(), ...finding })), skipDuplicates: true });
  },
});
