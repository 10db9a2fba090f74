import { command } from '#platform';
import { callNotOpen } from '../domain/call.js';
import { entryMachine, entryWithdrawn } from '../domain/entry.js';
import { entryKind } from './kinds.js';

export const withdrawEntry = command({
  name: 'withdraw-entry',
  summary: 'Takes an entry back, as long as its call has not closed.',
  on: entryKind,
  may: 'withdraw',
  target: (input: { entry: string }) => input.entry,
  async decide(c, _, entry) {
    if (entry.call.aggregate.state !== 'open') c.refuse(callNotOpen, { call: entry.call.name, state: entry.call.aggregate.state });
    c.move(entry.aggregate, entryMachine.take('withdraw', entry.aggregate.state, {}, [entryWithdrawn({ call: entry.callId })]));
  },
});
