import { command, type Context } from '#platform';
import { callMachine, callPublished, closesInThePast, closesSoon, closingTimeReached, openingTimeReached } from '../domain/call.js';
import { lastInstant } from '../domain/late.js';
import { callKind, type CallRow } from './kinds.js';

const DAY = 86_400_000;

export const publishCall = command({
  name: 'publish-call',
  summary: 'Makes a call public; it opens at once or at its opening time, and closes by itself.',
  on: callKind,
  may: 'run',
  target: (input: { call: string }) => input.call,
  async decide(c, _, call) {
    const closesAt = call.closesAt.toISOString();
    if (call.closesAt <= c.now) c.refuse(closesInThePast, { at: closesAt });
    const waits = call.opensAt !== null && call.opensAt > c.now;
    c.move(call.aggregate, callMachine.take(waits ? 'schedule' : 'publish', call.aggregate.state, {}, [callPublished({ name: call.name, closesAt })]));
    if (waits) c.remind(call.aggregate, openingTimeReached({}), call.opensAt!, call.timeZone);
    remindOfClosing(c, call);
  },
});

/** Sets, or moves, what happens a day before a call's closing time and at its last instant. */
export function remindOfClosing(c: Context, call: Pick<CallRow, 'aggregate' | 'closesAt' | 'lateRule' | 'lateMinutes' | 'timeZone'>): void {
  c.remind(call.aggregate, closingTimeReached({}), lastInstant(call), call.timeZone);
  const soon = new Date(call.closesAt.getTime() - DAY);
  if (soon > c.now) c.remind(call.aggregate, closesSoon({}), soon, call.timeZone);
}
