import { Choice, command, newId, Text } from '#platform';
import { messageWritten, nobodyToWriteTo, unknownField } from '../domain/message.js';
import { audienceOf, AUDIENCES } from '../facts/message-audience.js';
import { MESSAGE_FIELDS, messageFields, unknownFields } from '../facts/message-fields.js';
import { roundKind } from './kinds.js';

export class WriteMessage {
  @Choice(AUDIENCES, { description: 'Judges who have not begun, are half done, have handed nothing in for a week, or all; teams that are in, go on, or stay out' }) to!: (typeof AUDIENCES)[number];
  @Text({ max: 200, description: '{name}, {open} and {entries} are filled in for each reader: his name, his open sheets, his entries' }) subject!: string;
  @Text({ max: 10_000 }) text!: string;
}

export const writeMessage = command({
  name: 'write-message',
  summary: 'Writes to just those whose state it is: each gets it once, from the desk that is theirs, and what was written to whom stays on record.',
  on: roundKind,
  may: 'run',
  target: (input: WriteMessage & { round: string }) => input.round,
  async decide(c, { to, subject, text }, round) {
    const unknown = unknownFields(`${subject} ${text}`);
    if (unknown.length > 0) c.refuse(unknownField, { fields: unknown.join(', '), known: MESSAGE_FIELDS.join(', ') });
    const people = await audienceOf(c.tx, c.district, round.id, to, c.now);
    if (people.length === 0) c.refuse(nobodyToWriteTo);
    const contest = await c.tx.contest.findUniqueOrThrow({ where: c.key(round.call.contestId) });
    const desk = to.startsWith('judges') ? 'judging' : 'contestants';
    const replyTo = (contest.desks as Record<string, string>)[desk] ?? '';
    const fields = await messageFields(c.tx, c.district, round.id, people);
    const id = newId();
    c.announce(round.aggregate, messageWritten({ message: id, callName: round.call.name, desk, replyTo, subject, text, people, own: people.map((person) => JSON.stringify(fields[person])) }));
    await c.tx.officeMessage.create({ data: { districtId: c.district, id, roundId: round.id, audience: to, subject, text, sentBy: c.person ?? c.district, sentTo: people, at: c.now } });
    return { message: id, people: people.length };
  },
});
