import { searchWordsOf } from '#contest';
import type { Tx } from '#platform';
import { matcherOf, type Match, type SolverSeen } from '../domain/matching.js';

interface ProblemRow {
  readonly districtId: string;
  readonly id: string;
  readonly title: string;
  readonly field: string;
  readonly symptoms: string;
  readonly tried: string;
  readonly goal: string;
}

/** What a problem is about: not what was tried in vain. */
const textOf = ({ title, symptoms, goal }: Pick<ProblemRow, 'title' | 'symptoms' | 'goal'>): string => [title, symptoms, goal].join('\n');

const MOST_STATED = 2000;

/** All solvers who take something on, ranked for a problem, as all that is known at this moment has it. */
export async function matchesFor(tx: Tx, problem: ProblemRow): Promise<Match[]> {
  const { districtId } = problem;
  const rows = await tx.solver.findMany({
    where: { districtId, resting: false },
    include: { works: true, institute: true, introductions: { where: { problemId: { not: problem.id } }, include: { problem: true } } },
    orderBy: { id: 'asc' },
  });
  const profiles = new Map(rows.map((row) => [row.id, row.profile]));
  const solvers = rows.map(({ id, kind, fields, profile, members, works, institute, introductions }): SolverSeen => {
    const fitted = introductions.filter((one) => one.fits === true || (one.problem.solverId === id && one.problem.solvedOn !== null));
    return {
      ...{ id, fields: kind === 'institute' && institute ? [...fields, ...institute.fields] : fields },
      profile: [profile, ...(kind === 'institute' && institute ? [institute.profile] : []), ...members.map((member) => profiles.get(member) ?? '')].join('\n'),
      works: works.map(({ title, text }) => `${title}\n${text}`).join('\n'),
      proven: fitted.map((one) => `${textOf(one.problem)}\n${one.problem.solverId === id ? (one.problem.solution ?? '') : ''}`),
      missed: introductions.filter((one) => one.fits === false).map((one) => textOf(one.problem)),
    };
  });
  const stated = await tx.problem.findMany({ where: { districtId }, select: { title: true, symptoms: true, goal: true }, orderBy: { id: 'desc' }, take: MOST_STATED });
  return matcherOf(solvers, stated.map(textOf), searchWordsOf)({ title: problem.title, field: problem.field, text: `${problem.symptoms}\n${problem.goal}`, tried: problem.tried });
}
