import { Choice, command, Day } from '#platform';
import { advancementMachine, RESULTS } from '../domain/advancement.js';
import { upperResult } from '../domain/entry.js';
import { advancementKind } from './kinds.js';

export class RecordUpperResult {
  @Choice(RESULTS) result!: (typeof RESULTS)[number];
  @Day() on!: string;
}

export const recordUpperResult = command({
  name: 'record-upper-result',
  summary: 'Brings an upper contest’s result back onto the project; a second one corrects the first.',
  on: advancementKind,
  may: 'record',
  target: (input: RecordUpperResult & { advancement: string }) => input.advancement,
  async decide(c, { result, on }, { id, aggregate, upper, level, entry }) {
    c.move(aggregate, advancementMachine.take('place', aggregate.state, {}, [upperResult({ upper, level, result, title: entry.title })]));
    await c.tx.advancement.update({ where: c.key(id), data: { result, resultOn: on } });
  },
});
