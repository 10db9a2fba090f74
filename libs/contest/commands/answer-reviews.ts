import { command, Ref, Text } from '#platform';
import { reviewsAnswered } from '../domain/entry.js';
import { noRebuttalNow } from '../domain/judging.js';
import { entryKind } from './kinds.js';

export class AnswerReviews {
  @Ref() round!: string;
  @Text({ min: 2, max: 10_000 }) text!: string;
}

export const answerReviews = command({
  name: 'answer-reviews',
  summary: 'A team answers what judges said of its entry; until the date it may write it anew.',
  on: entryKind,
  may: 'change',
  target: (input: AnswerReviews & { entry: string }) => input.entry,
  async decide(c, { round: id, text }, entry) {
    const round = await c.tx.round.findUnique({ where: c.key(id) });
    const of = { districtId: c.district, roundId: id, entryId: entry.id };
    const within = round?.callId === entry.callId && round.rebuttalUntil !== null && c.now < round.rebuttalUntil && (await c.tx.standing.count({ where: of })) > 0;
    if (!within) c.refuse(noRebuttalNow);
    c.announce(entry.aggregate, reviewsAnswered({ round: id, title: entry.title }));
    const data = { text, personId: c.person ?? c.district, at: c.now };
    await c.tx.rebuttal.upsert({ where: { districtId_roundId_entryId: of }, create: { ...of, ...data }, update: data });
  },
});
