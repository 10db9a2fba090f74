import { Amount, Choice, command, Day, districtKind, newId, notFound, Ref, Text, Texts } from '#platform';
import { jointProjectBegun, jointProjectMachine, LEVELS, noPartner } from '../domain/institute.js';
import { datesCrossed } from '../domain/problem.js';
import { jointProjectKind } from './kinds.js';

export class BeginJointProject {
  @Text({ max: 200 }) title!: string;
  @Choice(LEVELS) level!: (typeof LEVELS)[number];
  @Ref({ optional: true }) institute?: string;
  @Ref({ optional: true, description: 'The project of the firm that takes part' }) project?: string;
  @Text({ optional: true, max: 120, description: 'The other district or zone, where it runs across two' }) partnerDistrict?: string;
  @Texts({ optional: true, max: 20, length: 120, description: 'Others who take part' }) partners?: string[];
  @Amount({ optional: true, description: 'What it costs, in fen' }) funds?: number;
  @Day() from!: string;
  @Day() to!: string;
}

export const beginJointProject = command({
  name: 'begin-joint-project',
  summary: 'Enters work done together with an institute, a firm, or another district.',
  on: districtKind,
  may: 'run-expertise',
  exclusive: false,
  target: (_: BeginJointProject, district) => district,
  async decide(c, { title, level, institute, project, partnerDistrict, partners = [], funds = 0, from, to }) {
    if (institute === undefined && project === undefined && partnerDistrict === undefined) c.refuse(noPartner);
    if (to < from) c.refuse(datesCrossed, { from, to });
    if (institute !== undefined && !(await c.tx.institute.findUnique({ where: c.key(institute) }))) c.refuse(notFound, { kind: 'institute', id: institute });
    if (project !== undefined && !(await c.tx.project.findUnique({ where: c.key(project) }))) c.refuse(notFound, { kind: 'project', id: project });
    const id = newId();
    c.create(jointProjectKind.kind, jointProjectMachine.begin(jointProjectBegun({ title, institute: institute ?? null, partnerDistrict: partnerDistrict ?? null, level })), { id, project: project ?? null });
    await c.tx.jointProject.create({ data: { districtId: c.district, id, title, level, instituteId: institute ?? null, projectId: project ?? null, partnerDistrict: partnerDistrict ?? null, partners, funds: BigInt(funds), from, to } });
  },
});
