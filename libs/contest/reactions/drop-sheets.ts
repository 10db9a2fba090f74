import { reaction } from '#platform';
import { entryDisqualified, entryVetoed, entryWithdrawn } from '../domain/entry.js';
import { rankAgain } from '../facts/score-again.js';
import { pullSheet } from '../facts/pull-sheet.js';

export const dropSheets = reaction({
  name: 'drop-sheets',
  summary: 'Takes an entry that is out from its judges and from the ranking.',
  on: [entryWithdrawn, entryDisqualified, entryVetoed],
  async react(c, { aggregate: entry }) {
    const sheets = await c.tx.scoreSheet.findMany({ where: { districtId: c.district, entryId: entry, pulled: null, round: { aggregate: { state: { in: ['judging', 'closed', 'ranked'] } }, call: { aggregate: { state: { in: ['closed', 'judging'] } } } } }, include: { aggregate: true, round: true } });
    for (const sheet of sheets) await pullSheet(c, sheet, 'entry-out');
    for (const round of new Set(sheets.map(({ roundId }) => roundId))) {
      await c.tx.standing.deleteMany({ where: { districtId: c.district, roundId: round, entryId: entry } });
      await rankAgain(c, round);
    }
  },
});
