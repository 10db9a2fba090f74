import { command, Whole } from '#platform';
import { targetMachine, targetSet } from '../domain/plan.js';
import { targetKind } from './kinds.js';

export class ChangeTarget {
  @Whole({ max: 1_000_000_000_000 }) value!: number;
}

export const changeTarget = command({
  name: 'change-target',
  summary: 'Changes what a figure is to be; what was aimed at before stays in the history.',
  on: targetKind,
  may: 'run',
  target: (input: ChangeTarget & { target: string }) => input.target,
  async decide(c, { value }, { id, aggregate, figure, year, place, value: before }) {
    c.move(aggregate, targetMachine.take('change', aggregate.state, {}, [targetSet({ figure, year, place, value, before: Number(before) })]));
    await c.tx.target.update({ where: c.key(id), data: { value: BigInt(value) } });
  },
});
