import { Amount, Choice, command, Day, Text } from '#platform';
import { OPENNESS, problemDescribed, problemMachine, URGENCIES } from '../domain/problem.js';
import { problemKind } from './kinds.js';

export class DescribeProblem {
  @Text({ optional: true, max: 200 }) title?: string;
  @Text({ optional: true, max: 40 }) field?: string;
  @Text({ optional: true, max: 8000 }) symptoms?: string;
  @Text({ optional: true, min: 0, max: 8000 }) tried?: string;
  @Text({ optional: true, min: 0, max: 4000 }) goal?: string;
  @Choice(URGENCIES, { optional: true }) urgency?: (typeof URGENCIES)[number];
  @Choice(OPENNESS, { optional: true }) open?: (typeof OPENNESS)[number];
  @Amount({ optional: true }) budget?: number;
  @Day({ optional: true }) neededBy?: string;
}

export const describeProblem = command({
  name: 'describe-problem',
  summary: 'States a problem more clearly, before work on it has begun; what is left out stays.',
  on: problemKind,
  may: 'describe',
  target: (input: DescribeProblem & { problem: string }) => input.problem,
  async decide(c, { title, field, symptoms, tried, goal, urgency, open, budget, neededBy }, row) {
    const { state } = row.aggregate;
    c.move(row.aggregate, problemMachine.take('describe', state, {}, [problemDescribed({ title: title ?? row.title, field: field ?? row.field })]));
    const texts = Object.fromEntries(Object.entries({ title, field, symptoms, tried, goal, urgency, open, neededBy }).filter(([, value]) => value !== undefined));
    await c.tx.problem.update({ where: c.key(row.id), data: { ...texts, ...(budget !== undefined && { budget: BigInt(budget) }) } });
  },
});
