import { command, Ref } from '#platform';
import { voteCast, voterUnverified } from '../domain/voting.js';
import { entryHidden, otherWay } from '../domain/judging.js';
import { planOfRound } from '../facts/round-plan.js';
import { roundTakesMarks } from '../facts/round-takes-marks.js';
import { roundKind } from './kinds.js';

export class CastVote {
  @Ref() entry!: string;
}

/** Votes from one network that are counted where the call says nothing. */
const USUAL_NETWORK = 20;

export const castVote = command({
  name: 'cast-vote',
  summary: 'Votes for an entry in a public round: one vote a person, whose address is verified; it may be moved until the vote ends. More votes from one network than the call counts are held for the office to look at.',
  on: roundKind,
  may: 'vote',
  exclusive: false,
  target: (input: CastVote & { round: string; network: string }) => input.round,
  async decide(c, { entry, network }, round) {
    await roundTakesMarks(c, round.id);
    const { way, votesPerNetwork = USUAL_NETWORK } = planOfRound(round);
    if (way !== 'public-vote') c.refuse(otherWay, { way });
    const person = c.person === null ? null : await c.tx.person.findUnique({ where: c.key(c.person), include: { user: true } });
    if (!person?.user?.emailVerified) return c.refuse(voterUnverified);
    await c.lock(person.id);
    const of = { districtId: c.district, roundId: round.id };
    if ((await c.tx.standing.count({ where: { ...of, entryId: entry } })) === 0) c.refuse(entryHidden, { entry });
    // One after another where they come from one network, so that its limit is kept to.
    await c.tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${round.id} ${network}`}, 0))::text`;
    const others = await c.tx.vote.count({ where: { ...of, place: network, personId: { not: person.id } } });
    const held = others >= votesPerNetwork ? 'network' : null;
    const key = { districtId_roundId_personId: { ...of, personId: person.id } };
    const known = await c.tx.vote.findUnique({ where: key });
    await c.tx.vote.upsert({ where: key, create: { ...of, personId: person.id, entryId: entry, place: network, at: c.now, held }, update: { entryId: entry, at: c.now, ...(known?.settledAt === null && { place: network, held }) } });
    // Of the person: the round itself must not wait for every vote.
    c.announce(await c.tx.aggregate.findUniqueOrThrow({ where: c.key(person.id) }), voteCast({ round: round.id, entry }));
    return { id: round.id, entry };
  },
});
