import { command, Flag, Refs } from '#platform';
import { votesSettled } from '../domain/voting.js';
import { notRecused } from '../facts/not-recused.js';
import { roundKind } from './kinds.js';

export class SettleVotes {
  @Refs({ max: 1000, description: 'Whose votes' }) people!: string[];
  @Flag() count!: boolean;
}

export const settleVotes = command({
  name: 'settle-votes',
  summary: 'The office counts votes that were held, or leaves out votes that it finds made up.',
  on: roundKind,
  may: 'run',
  target: (input: SettleVotes & { round: string }) => input.round,
  async decide(c, { people, count }, round) {
    await notRecused(c, round.callId);
    const { count: settled } = await c.tx.vote.updateMany({ where: { districtId: c.district, roundId: round.id, personId: { in: people } }, data: { held: count ? null : 'office', settledBy: c.person, settledAt: c.now } });
    c.announce(round.aggregate, votesSettled({ settled, counted: count }));
    return { settled };
  },
});
