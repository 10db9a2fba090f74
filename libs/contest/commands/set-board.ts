import { Choice, command } from '#platform';
import { boardSet, nothingToUnveil } from '../domain/pitching.js';
import { roundKind } from './kinds.js';

export class SetBoard {
  @Choice(['off', 'live', 'frozen', 'unveiling'], { description: 'Hidden; as scores come; without those that come from now on; or place by place from the last' }) board!: 'off' | 'live' | 'frozen' | 'unveiling';
}

export const setBoard = command({
  name: 'set-board',
  summary: 'Shows the public scoreboard of a round, freezes it before the end, hides it, or begins to unveil it.',
  on: roundKind,
  may: 'run',
  target: (input: SetBoard & { round: string }) => input.round,
  async decide(c, { board }, round) {
    if (board === 'unveiling' && !['ranked', 'decided'].includes(round.aggregate.state)) c.refuse(nothingToUnveil);
    c.announce(round.aggregate, boardSet({ board, unveiled: 0 }));
    await c.tx.round.update({ where: c.key(round.id), data: { board, unveiled: 0, frozenAt: board === 'live' || board === 'off' ? null : (round.frozenAt ?? c.now) } });
  },
});
