import { command, Text, Whole } from '#platform';
import { mentorSessionMachine, sessionRated } from '../domain/mentoring.js';
import { mentorSessionKind } from './kinds.js';

export class RateSession {
  @Whole({ min: 1, max: 5 }) rating!: number;
  @Text({ optional: true, max: 1000 }) words?: string;
}

export const rateSession = command({
  name: 'rate-session',
  summary: 'Rates a mentor’s meeting from the firm’s side, 1 to 5; the mentor sees means only.',
  on: mentorSessionKind,
  may: 'rate',
  target: (input: RateSession & { session: string }) => input.session,
  async decide(c, { rating, words }, { id, aggregate }) {
    c.move(aggregate, mentorSessionMachine.take('rate', aggregate.state, {}, [sessionRated({ rating })]));
    await c.tx.mentorSession.update({ where: c.key(id), data: { firmRating: rating, firmWords: words ?? null } });
  },
});
