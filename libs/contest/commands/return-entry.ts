import { command, Instant, Text } from '#platform';
import { callNotOpen } from '../domain/call.js';
import { correctionDue, entryMachine, entryReturned } from '../domain/entry.js';
import { inFuture } from '../facts/in-future.js';
import { entryKind } from './kinds.js';

export class ReturnEntry {
  @Instant({ description: 'Until when the team may correct it' }) until!: string;
  @Text({ min: 2, max: 1000, description: 'What is to be corrected; the team is told' }) reason!: string;
}

export const returnEntry = command({
  name: 'return-entry',
  summary: 'Gives an entry back to be corrected by a date; if it is not handed in again, what was handed in before counts.',
  on: entryKind,
  may: 'return',
  target: (input: ReturnEntry & { entry: string }) => input.entry,
  async decide(c, { until, reason }, entry) {
    // What is with the judges is not changed under their eyes.
    if (!['open', 'closed'].includes(entry.call.aggregate.state)) c.refuse(callNotOpen, { call: entry.call.name, state: entry.call.aggregate.state });
    const returnedUntil = inFuture(c, until);
    c.move(entry.aggregate, entryMachine.take('return', entry.aggregate.state, {}, [entryReturned({ call: entry.callId, title: entry.title, until, reason })]));
    c.remind(entry.aggregate, correctionDue({ title: entry.title }), returnedUntil, entry.call.timeZone);
    await c.tx.entry.update({ where: c.key(entry.id), data: { returnedUntil } });
  },
});
