import { Problem } from '../../apps/cli/demo/visitor.js';

/** The problem that an attempt ends in; anything else is an error of the test. */
export async function refused(attempt: Promise<unknown>): Promise<Problem> {
  const error = await attempt.then(
    () => new Error('It was not refused'),
    (problem: unknown) => problem,
  );
  if (error instanceof Problem) return error;
  throw error;
}
