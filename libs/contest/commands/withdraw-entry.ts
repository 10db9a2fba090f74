import { command } from '#platform';
import { callNotOpen } from '../domain/call.js';
import { correctionDue, entryMachine, entryWithdrawn } from '../domain/entry.js';
import { entryKind } from './kinds.js';

/** Until the office has decided, a team may take its entry back. */
const POSSIBLE = ['open', 'closed', 'judging'];

export const withdrawEntry = command({
  name: 'withdraw-entry',
  summary: 'Takes an entry back, as long as it is not decided on; its sheets are taken from their judges.',
  on: entryKind,
  may: 'withdraw',
  target: (input: { entry: string }) => input.entry,
  async decide(c, _, entry) {
    if (!POSSIBLE.includes(entry.call.aggregate.state)) c.refuse(callNotOpen, { call: entry.call.name, state: entry.call.aggregate.state });
    c.move(entry.aggregate, entryMachine.take('withdraw', entry.aggregate.state, {}, [entryWithdrawn({ call: entry.callId, title: entry.title })]));
    c.forget(entry.aggregate, correctionDue.event);
  },
});
