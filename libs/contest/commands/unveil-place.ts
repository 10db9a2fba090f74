import { command } from '#platform';
import { boardSet, nothingToUnveil } from '../domain/pitching.js';
import { roundKind } from './kinds.js';

export const unveilPlace = command({
  name: 'unveil-place',
  summary: 'Unveils the next place of a round, from the last to the first; those who share a place together.',
  on: roundKind,
  may: 'run',
  target: (input: { round: string }) => input.round,
  async decide(c, _, round) {
    const places = await c.tx.standing.findMany({ where: { districtId: c.district, roundId: round.id, rank: { not: null } }, distinct: ['rank'], select: { rank: true } });
    if (round.board !== 'unveiling' || round.unveiled >= places.length) c.refuse(nothingToUnveil);
    c.announce(round.aggregate, boardSet({ board: round.board, unveiled: round.unveiled + 1 }));
    await c.tx.round.update({ where: c.key(round.id), data: { unveiled: round.unveiled + 1 } });
    return { unveiled: round.unveiled + 1, of: places.length };
  },
});
