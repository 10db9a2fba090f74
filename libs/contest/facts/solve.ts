import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Assignment, AssignmentProblem, Told } from '#judging';
import { ROOT } from '#platform';

/** Solves in a thread of its own, so that no request waits. @throws Error where the proof does not hold */
export const solve = (problem: AssignmentProblem, progress: (done: number, of: number) => void = () => undefined): Promise<Assignment> =>
  new Promise((done, fail) => {
    const thread = new Worker(join(ROOT, 'dist/libs/judging/assignment/assign-thread.js'), { workerData: problem });
    thread.on('error', fail);
    thread.on('exit', () => fail(new Error('The thread ended without an answer')));
    thread.on('message', (told: Told) => {
      if ('done' in told) return progress(told.done, told.of);
      if (told.failures.length > 0) return fail(new Error(`The proof of the assignment does not hold: ${JSON.stringify(told.failures.slice(0, 3))}`));
      done(told.found);
    });
  });
