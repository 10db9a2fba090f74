import { daysBetween } from '#kernel';
import type { Chapter } from '#project';

/** A project's technical problems and what came of them: who solved them, contracts, achievements, envoys sent (fen). */
export const expertiseChapter: Chapter = {
  name: 'expertise',
  async read({ prisma }, actor, project) {
    const where = { districtId: actor.district, projectId: project };
    const [problems, contracts, achievements, dispatches] = await Promise.all([
      prisma.problem.findMany({ where, include: { aggregate: true, introductions: { include: { aggregate: true, solver: true } } }, orderBy: { id: 'asc' } }),
      prisma.technologyContract.findMany({ where, include: { aggregate: true }, orderBy: { id: 'asc' } }),
      prisma.achievement.findMany({ where, include: { aggregate: true }, orderBy: { id: 'asc' } }),
      prisma.dispatch.findMany({ where, include: { envoy: true }, orderBy: { from: 'asc' } }),
    ]);
    return {
      problems: problems.map(({ id, title, field, statedOn, introducedOn, startedOn, solvedOn, solverId, rating, aggregate, introductions }) => ({
        ...{ id, title, field, statedOn, introducedOn, startedOn, solvedOn, days: solvedOn === null ? null : daysBetween(statedOn, solvedOn), rating, state: aggregate.state },
        solver: introductions.find((one) => one.solverId === solverId)?.solver.name ?? null,
      })),
      contracts: contracts.map(({ id, kind, title, amount, nonTechnical, number, aggregate }) => ({ id, kind, title, amount: Number(amount), technologyAmount: Number(amount - nonTechnical), number, state: aggregate.state })),
      achievements: achievements.map(({ id, title, number, aggregate }) => ({ id, title, number, state: aggregate.state })),
      envoys: dispatches.map(({ envoy, task, from, to }) => ({ name: envoy.name, task, from, to })),
    };
  },
};
