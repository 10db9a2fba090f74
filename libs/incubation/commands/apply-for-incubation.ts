import { command, newId, notFound, Ref, Text } from '#platform';
import { openProject } from '#project';
import { applicationMachine, applicationSubmitted, appliedAlready, intakeIsClosed } from '../domain/intake.js';
import { applicationKind, intakeKind } from './kinds.js';

export class ApplyForIncubation {
  @Ref({ optional: true, description: 'A project of one’s own; a new one is opened where it is left out' }) project?: string;
  @Text({ max: 120, description: 'The firm, or the team where there is none yet' }) firm!: string;
  @Text({ max: 8000, description: 'What it does' }) summary!: string;
  @Text({ max: 4000, description: 'What it needs' }) needs!: string;
}

export const applyForIncubation = command({
  name: 'apply-for-incubation',
  summary: 'Applies to a platform, or to a term of a programme, with a project that keeps its one identity.',
  on: intakeKind,
  may: 'apply',
  exclusive: false,
  target: (input: ApplyForIncubation & { intake: string }) => input.intake,
  async decide(c, { project, firm, summary, needs }, intake) {
    if (intake.aggregate.state !== 'open') c.refuse(intakeIsClosed, { intake: intake.name });
    if (project !== undefined && (c.person === null || (await c.tx.roleGrant.count({ where: { districtId: c.district, personId: c.person, role: 'team', scopeId: project } })) === 0)) c.refuse(notFound, { kind: 'project', id: project });
    const projectId = project ?? (await openProject(c, firm, null));
    if ((await c.tx.application.count({ where: { districtId: c.district, intakeId: intake.id, projectId } })) > 0) c.refuse(appliedAlready, { intake: intake.name });
    const id = newId();
    c.create(applicationKind.kind, applicationMachine.begin(applicationSubmitted({ platform: intake.platformId, intake: intake.name, firm, people: intake.reviewers })), { id, project: projectId });
    await c.tx.application.create({ data: { districtId: c.district, id, intakeId: intake.id, platformId: intake.platformId, projectId, firm, summary, needs } });
    return { id, project: projectId };
  },
});
