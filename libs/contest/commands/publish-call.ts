import { command, timeZoneOf } from '#platform';
import { callMachine, callPublished, closesInThePast, closingTimeReached } from '../domain/call.js';
import { callKind } from './kinds.js';

export const publishCall = command({
  name: 'publish-call',
  summary: 'Opens a call for entries; at its closing time it closes by itself.',
  on: callKind,
  may: 'run',
  target: (input: { call: string }) => input.call,
  async decide(c, _, call) {
    const closesAt = call.closesAt.toISOString();
    if (call.closesAt <= c.now) c.refuse(closesInThePast, { at: closesAt });
    c.move(call.aggregate, callMachine.take('publish', call.aggregate.state, {}, [callPublished({ name: call.name, closesAt })]));
    c.remind(call.aggregate, closingTimeReached({}), call.closesAt, await timeZoneOf(c));
  },
});
