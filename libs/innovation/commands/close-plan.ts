import { command } from '#platform';
import { planClosed, planMachine } from '../domain/plan.js';
import { planKind } from './kinds.js';

export const closePlan = command({
  name: 'close-plan',
  summary: 'Ends a plan; tasks that are open are counted.',
  on: planKind,
  may: 'run',
  target: (input: { plan: string }) => input.plan,
  async decide(c, _, { aggregate, title, tasks }) {
    c.move(aggregate, planMachine.take('close', aggregate.state, {}, [planClosed({ title, open: tasks.filter(({ doneOn }) => doneOn === null).length })]));
  },
});
