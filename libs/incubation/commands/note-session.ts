import { isRefusal } from '#kernel';
import { command, FactsField, Text, Whole } from '#platform';
import { notYetBegun } from '../domain/facility.js';
import { checkSheet, mentorSessionMachine, sessionNoted } from '../domain/mentoring.js';
import { mentorSessionKind } from './kinds.js';

export class NoteSession {
  @Whole({ min: 1, max: 1440, description: 'How long it took' }) minutes!: number;
  @Text({ max: 8000, description: 'What was talked about and agreed' }) notes!: string;
  @FactsField({ description: 'The topic’s sheet: 1 to 5 for each question', example: { maturity: 4, lead: 3, road: 4 } }) sheet!: Record<string, number>;
}

export const noteSession = command({
  name: 'note-session',
  summary: 'Notes how a mentor’s meeting went, and rates the firm on the sheet of the topic; may be noted again.',
  on: mentorSessionKind,
  may: 'note',
  target: (input: NoteSession & { session: string }) => input.session,
  async decide(c, { minutes, notes, sheet }, { id, aggregate, topic, startsAt, mentor }) {
    if (c.now < startsAt) c.refuse(notYetBegun);
    const wrong = checkSheet(topic, sheet);
    c.move(aggregate, isRefusal(wrong) ? wrong : mentorSessionMachine.take('note', aggregate.state, {}, [sessionNoted({ minutes, mentorName: mentor.name })]));
    await c.tx.mentorSession.update({ where: c.key(id), data: { minutes, notes, sheet } });
  },
});
