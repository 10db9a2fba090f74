import { command } from '#platform';
import { firmMachine, firmUnmerged } from '../domain/firm.js';
import { firmKind } from './kinds.js';

export const unmergeFirm = command({
  name: 'unmerge-firm',
  summary: 'Says that a record that was merged is a firm of its own after all.',
  on: firmKind,
  may: 'run',
  target: (input: { firm: string }) => input.firm,
  async decide(c, _, { id, aggregate, name, mergedIntoId }) {
    c.move(aggregate, firmMachine.take('unmerge', aggregate.state, {}, [firmUnmerged({ name, from: mergedIntoId ?? '' })]));
    await c.tx.firm.update({ where: c.key(id), data: { mergedIntoId: null } });
  },
});
