import { command, Text } from '#platform';
import { correctionDue, entryDisqualified, entryMachine } from '../domain/entry.js';
import { entryKind } from './kinds.js';

export class DisqualifyEntry {
  @Text({ min: 2, max: 1000, description: 'The team is told' }) reason!: string;
}

export const disqualifyEntry = command({
  name: 'disqualify-entry',
  summary: 'Takes an entry out, with a reason that its team is told; its sheets are taken from their judges.',
  on: entryKind,
  may: 'disqualify',
  target: (input: DisqualifyEntry & { entry: string }) => input.entry,
  async decide(c, { reason }, entry) {
    c.move(entry.aggregate, entryMachine.take('disqualify', entry.aggregate.state, {}, [entryDisqualified({ call: entry.callId, title: entry.title, reason })]));
    c.forget(entry.aggregate, correctionDue.event);
  },
});
