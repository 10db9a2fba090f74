import { command } from '#platform';
import { entryMachine, entryReadmitted, nothingSubmitted } from '../domain/entry.js';
import { type DisqualifyEntry } from './disqualify-entry.js';
import { entryKind } from './kinds.js';

export const readmitEntry = command({
  name: 'readmit-entry',
  summary: 'Takes a disqualification back, with a reason.',
  on: entryKind,
  may: 'disqualify',
  target: (input: DisqualifyEntry & { entry: string }) => input.entry,
  async decide(c, { reason }, entry) {
    if (entry.submittedAt === null) c.refuse(nothingSubmitted);
    c.move(entry.aggregate, entryMachine.take('readmit', entry.aggregate.state, {}, [entryReadmitted({ call: entry.callId, title: entry.title, reason })]));
  },
});
