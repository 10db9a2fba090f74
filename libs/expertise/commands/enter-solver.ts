import { mustBeKnown } from '#identity';
import { Choice, command, districtKind, newId, notFound, Ref, Refs, Text, Texts } from '#platform';
import { notTeam, SOLVER_KINDS, solverEntered, solverMachine, strangers } from '../domain/solver.js';
import { solverKind } from './kinds.js';

export class EnterSolver {
  @Choice(SOLVER_KINDS) kind!: (typeof SOLVER_KINDS)[number];
  @Text({ max: 120 }) name!: string;
  @Text({ optional: true, max: 60, description: 'An expert’s title' }) title?: string;
  @Ref({ optional: true, description: 'The person, where he has an account: he is asked and answers himself' }) person?: string;
  @Ref({ optional: true }) institute?: string;
  @Refs({ optional: true, min: 0, max: 50, description: 'A team’s members, from among the experts' }) members?: string[];
  @Texts({ max: 20, length: 40 }) fields!: string[];
  @Text({ max: 20_000, description: 'What he knows and has done; matching reads it' }) profile!: string;
}

export const enterSolver = command({
  name: 'enter-solver',
  summary: 'Enters who solves firms’ problems: an expert, a team of experts, or an institute as a whole.',
  on: districtKind,
  may: 'run-expertise',
  exclusive: false,
  target: (_: EnterSolver, district) => district,
  async decide(c, { kind, name, title, person, institute, members = [], fields, profile }) {
    if (person !== undefined) await mustBeKnown(c, [person]);
    if (institute !== undefined && !(await c.tx.institute.findUnique({ where: c.key(institute) }))) c.refuse(notFound, { kind: 'institute', id: institute });
    if (kind !== 'team' && members.length > 0) c.refuse(notTeam);
    const known = await c.tx.solver.count({ where: { districtId: c.district, id: { in: members }, kind: 'expert' } });
    if (known < new Set(members).size) c.refuse(strangers, { count: new Set(members).size - known });
    const id = newId();
    c.create(solverKind.kind, solverMachine.begin(solverEntered({ kind, name, fields })), { id });
    await c.tx.solver.create({ data: { districtId: c.district, id, kind, name, title: title ?? null, personId: person ?? null, instituteId: institute ?? null, members, fields, profile } });
  },
});
