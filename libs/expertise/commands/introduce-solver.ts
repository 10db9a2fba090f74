import { command, newId, notFound, Ref, Text } from '#platform';
import { introducedAlready, introductionMachine, problemClosed, solverIntroduced, solverResting } from '../domain/problem.js';
import { matchesFor } from '../facts/matches-for.js';
import { introductionKind, problemKind } from './kinds.js';

export class IntroduceSolver {
  @Ref() solver!: string;
  @Text({ optional: true, max: 1000, description: 'What to tell him' }) note?: string;
}

export const introduceSolver = command({
  name: 'introduce-solver',
  summary: 'Asks a solver to look at a problem; why he was matched is kept with it.',
  on: problemKind,
  may: 'introduce',
  target: (input: IntroduceSolver & { problem: string }) => input.problem,
  async decide(c, { solver: solverId, note }, problem) {
    const { state } = problem.aggregate;
    if (state !== 'stated' && state !== 'introduced') c.refuse(problemClosed, { state });
    const solver = (await c.tx.solver.findUnique({ where: c.key(solverId) })) ?? c.refuse(notFound, { kind: 'solver', id: solverId });
    if (solver.resting) c.refuse(solverResting, { name: solver.name });
    if (problem.introductions.some((one) => one.solverId === solverId)) c.refuse(introducedAlready);
    const match = (await matchesFor(c.tx, problem)).find((one) => one.solver === solverId);
    const id = newId();
    c.create(introductionKind.kind, introductionMachine.begin(solverIntroduced({ problem: problem.id, title: problem.title, solver: solverId, people: solver.personId === null ? [] : [solver.personId] })), { id, project: problem.projectId });
    await c.tx.introduction.create({ data: { districtId: c.district, id, problemId: problem.id, solverId, projectId: problem.projectId, explanation: JSON.parse(JSON.stringify(match ?? { solver: solverId, score: 0, sameField: false, words: [], likeProven: 0, likeMissed: 0 })) as object, note: note ?? null, at: c.now } });
    return { id };
  },
});
