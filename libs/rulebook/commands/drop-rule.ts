import { command } from '#platform';
import { ruleDropped, ruleVersionMachine } from '../domain/rule-version.js';
import { ruleVersionKind } from './kinds.js';

export const dropRule = command({
  name: 'drop-rule',
  summary: 'Gives up a draft of a rule.',
  on: ruleVersionKind,
  may: 'run',
  target: (input: { version: string }) => input.version,
  async decide(c, _, { key, version, aggregate }) {
    c.move(aggregate, ruleVersionMachine.take('drop', aggregate.state, {}, [ruleDropped({ rule: key, version })]));
  },
});
