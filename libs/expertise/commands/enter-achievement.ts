import { Choice, command, Day, districtKind, newId, notAhead, notFound, Ref, Text, Texts } from '#platform';
import { achievementEntered, achievementKnown, achievementMachine, ACHIEVEMENT_KINDS, problemNotSolved } from '../domain/technology.js';
import { achievementKind } from './kinds.js';

export class EnterAchievement {
  @Choice(ACHIEVEMENT_KINDS) kind!: (typeof ACHIEVEMENT_KINDS)[number];
  @Text({ max: 200 }) title!: string;
  @Text({ max: 120, description: 'The first completing unit, which registers it' }) firstUnit!: string;
  @Day() completedOn!: string;
  @Text({ max: 8000 }) summary!: string;
  @Ref({ optional: true }) project?: string;
  @Ref({ optional: true, description: 'The problem that it came of' }) problem?: string;
  @Texts({ optional: true, max: 6, length: 20, description: 'What of its file is there: evaluation, report, ip-proof, user-proof, papers, citations' }) papers?: string[];
}

export const enterAchievement = command({
  name: 'enter-achievement',
  summary: 'Enters a result of research: of a problem that was solved, or another.',
  on: districtKind,
  may: 'run-technology',
  exclusive: false,
  target: (_: EnterAchievement, district) => district,
  async decide(c, { kind, title, firstUnit, completedOn, summary, project, problem: problemId, papers = [] }) {
    await notAhead(c, completedOn);
    const problem = problemId === undefined ? null : ((await c.tx.problem.findUnique({ where: c.key(problemId), include: { aggregate: true } })) ?? c.refuse(notFound, { kind: 'problem', id: problemId }));
    if (problem && problem.aggregate.state !== 'solved') c.refuse(problemNotSolved);
    if (project !== undefined && !(await c.tx.project.findUnique({ where: c.key(project) }))) c.refuse(notFound, { kind: 'project', id: project });
    if ((await c.tx.achievement.count({ where: { districtId: c.district, title, firstUnit } })) > 0) c.refuse(achievementKnown, { title });
    const projectId = project ?? problem?.projectId ?? null;
    const id = newId();
    c.create(achievementKind.kind, achievementMachine.begin(achievementEntered({ kind, title, firstUnit })), { id, project: projectId });
    await c.tx.achievement.create({ data: { districtId: c.district, id, kind, title, firstUnit, completedOn, summary, projectId, problemId: problemId ?? null, papers: [...new Set(papers)] } });
    return { id };
  },
});
