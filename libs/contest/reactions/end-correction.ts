import { reaction } from '#platform';
import { correctionDue, correctionEnded, entryMachine } from '../domain/entry.js';

export const endCorrection = reaction({
  name: 'end-correction',
  summary: 'Takes an entry that was not corrected in time as it was handed in before.',
  on: [correctionDue],
  async react(c, { aggregate: id }) {
    await c.lock(id);
    const entry = await c.tx.entry.findUniqueOrThrow({ where: c.key(id), include: { aggregate: true } });
    if (entry.aggregate.state !== 'returned' || (entry.returnedUntil !== null && entry.returnedUntil > c.now)) return;
    c.move(entry.aggregate, entryMachine.take('end-correction', entry.aggregate.state, {}, [correctionEnded({ title: entry.title })]));
    await c.tx.entry.update({ where: c.key(id), data: { returnedUntil: null } });
  },
});
