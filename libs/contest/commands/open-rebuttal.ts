import { command, Instant } from '#platform';
import { roundNotRanked } from '../domain/call.js';
import { rebuttalOpened } from '../domain/judging.js';
import { inFuture } from '../facts/in-future.js';
import { audienceOf } from '../facts/message-audience.js';
import { roundKind } from './kinds.js';

export class OpenRebuttal {
  @Instant({ description: 'Until when teams may answer' }) until!: string;
}

export const openRebuttal = command({
  name: 'open-rebuttal',
  summary: 'Shows teams what judges said of their entries, as far as the office has cleared it, and takes their answers until a date; judges and the office read them.',
  on: roundKind,
  may: 'run',
  target: (input: OpenRebuttal & { round: string }) => input.round,
  async decide(c, { until }, round) {
    if (round.aggregate.state !== 'ranked') c.refuse(roundNotRanked, { state: round.aggregate.state });
    const people = await audienceOf(c.tx, c.district, round.id, 'teams', c.now);
    c.announce(round.aggregate, rebuttalOpened({ call: round.callId, callName: round.call.name, until, people }));
    await c.tx.round.update({ where: c.key(round.id), data: { rebuttalUntil: inFuture(c, until) } });
  },
});
