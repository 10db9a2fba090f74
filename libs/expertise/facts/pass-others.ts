import type { Aggregate, Context } from '#platform';
import { introductionMachine, introductionPassed } from '../domain/problem.js';

interface IntroductionRow {
  readonly solverId: string;
  readonly aggregate: Aggregate;
}

/** Ends the introductions of a problem that are open, all but the one chosen. */
export function passOthers(c: Context, problem: string, introductions: readonly IntroductionRow[], chosen?: string): void {
  for (const { solverId, aggregate } of introductions)
    if (['offered', 'accepted', 'chosen'].includes(aggregate.state) && solverId !== chosen) c.move(aggregate, introductionMachine.take('pass', aggregate.state, {}, [introductionPassed({ problem, solver: solverId })]));
}
