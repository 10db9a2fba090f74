import { firmOf } from '#incubation';
import { Amount, Choice, command, Day, districtKind, holds, newId, notFound, Ref, Text, today } from '#platform';
import { notYourProblem, OPENNESS, problemMachine, problemStated, URGENCIES } from '../domain/problem.js';
import { problemKind } from './kinds.js';

export class StateProblem {
  @Ref() project!: string;
  @Text({ max: 200 }) title!: string;
  @Text({ max: 40 }) field!: string;
  @Text({ max: 8000, description: 'What goes wrong' }) symptoms!: string;
  @Text({ optional: true, min: 0, max: 8000, description: 'What was tried' }) tried?: string;
  @Text({ optional: true, min: 0, max: 4000, description: 'What would be good enough' }) goal?: string;
  @Choice(URGENCIES) urgency!: (typeof URGENCIES)[number];
  @Choice(OPENNESS, { description: 'What of it everyone may read: nothing, its title, or all but the firm’s name' }) open!: (typeof OPENNESS)[number];
  @Amount({ optional: true, description: 'What the firm would spend, in fen' }) budget?: number;
  @Day({ optional: true }) neededBy?: string;
}

export const stateProblem = command({
  name: 'state-problem',
  summary: 'A firm states a technical problem that it can’t get past.',
  on: districtKind,
  may: 'state-problem',
  exclusive: false,
  target: (_: StateProblem, district) => district,
  async decide(c, { project, title, field, symptoms, tried, goal, urgency, open, budget, neededBy }) {
    const row = (await c.tx.project.findUnique({ where: c.key(project) })) ?? c.refuse(notFound, { kind: 'project', id: project });
    const firm = await firmOf(c.tx, c.district, project);
    const hosts = firm?.platformId != null && holds(c.actor, 'platform-manager', firm.platformId);
    if (!holds(c.actor, 'team', project) && !hosts && !holds(c.actor, 'administrator', c.district)) c.refuse(notYourProblem);
    const name = firm?.firm ?? row.firm ?? row.title;
    const id = newId();
    c.create(problemKind.kind, problemMachine.begin(problemStated({ firm: name, title, field, urgency })), { id, project });
    await c.tx.problem.create({ data: { districtId: c.district, id, projectId: project, firm: name, title, field, symptoms, tried: tried ?? '', goal: goal ?? '', urgency, open, budget: budget === undefined ? null : BigInt(budget), neededBy: neededBy ?? null, statedOn: await today(c) } });
    return { id };
  },
});
