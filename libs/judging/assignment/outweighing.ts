import { sum } from '../statistics.js';
import type { AssignmentProblem } from './problem.js';

/** More than any two assignments can differ in cost: what outweighs everything else. A judge takes an entry once. */
export function outweighing({ needs, places, loads, balanceCost }: Pick<AssignmentProblem, 'needs' | 'places' | 'loads' | 'balanceCost'>, costs: Float64Array): number {
  const load = places.reduce((most, n, judge) => Math.max(most, Math.min(n, needs.length) + (loads?.[judge] ?? 0)), 0);
  const dearest = costs.reduce((most, cost) => Math.max(most, Math.abs(cost)), 0);
  return 1 + sum(needs) * (2 * dearest + balanceCost * load);
}
