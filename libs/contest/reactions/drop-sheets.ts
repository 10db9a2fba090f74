import { reaction } from '#platform';
import { entryDisqualified, entryVetoed, entryWithdrawn } from '../domain/entry.js';
import { rankAgain } from '../facts/score-again.js';
import { pullSheet } from '../facts/pull-sheet.js';

export const dropSheets = reaction({
  name: 'drop-sheets',
  summary: 'Takes an entry that is out from its judges and from the ranking.',
  on: [entryWithdrawn, entryDisqualified, entryVetoed],
  async react(c, { aggregate: entry }) {
    const rounds = await c.tx.round.findMany({ where: { districtId: c.district, aggregate: { state: { in: ['judging', 'closed', 'ranked'] } }, call: { aggregate: { state: { in: ['closed', 'judging'] } } }, standings: { some: { entryId: entry } } }, select: { id: true } });
    for (const { id: round } of rounds) {
      await c.lock(round);
      const sheets = await c.tx.scoreSheet.findMany({ where: { districtId: c.district, roundId: round, entryId: entry, pulled: null }, include: { aggregate: true, round: true } });
      for (const sheet of sheets) await pullSheet(c, sheet, 'entry-out');
      await c.tx.standing.deleteMany({ where: { districtId: c.district, roundId: round, entryId: entry } });
      await rankAgain(c, round);
    }
  },
});
