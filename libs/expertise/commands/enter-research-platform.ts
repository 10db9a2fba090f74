import { Choice, command, districtKind, newId, notFound, Ref, Text } from '#platform';
import { LEVELS, researchPlatformEntered, researchPlatformMachine, RESEARCH_KINDS } from '../domain/institute.js';
import { researchPlatformKind } from './kinds.js';

export class EnterResearchPlatform {
  @Text({ max: 120 }) name!: string;
  @Choice(RESEARCH_KINDS) kind!: (typeof RESEARCH_KINDS)[number];
  @Choice(LEVELS, { description: 'The level it has, or is built up for' }) level!: (typeof LEVELS)[number];
  @Text({ max: 120 }) operator!: string;
  @Text({ max: 40 }) field!: string;
  @Ref({ optional: true }) institute?: string;
}

export const enterResearchPlatform = command({
  name: 'enter-research-platform',
  summary: 'Enters a laboratory, centre or service point that is being built up.',
  on: districtKind,
  may: 'run-expertise',
  exclusive: false,
  target: (_: EnterResearchPlatform, district) => district,
  async decide(c, { name, kind, level, operator, field, institute }) {
    if (institute !== undefined && !(await c.tx.institute.findUnique({ where: c.key(institute) }))) c.refuse(notFound, { kind: 'institute', id: institute });
    const id = newId();
    c.create(researchPlatformKind.kind, researchPlatformMachine.begin(researchPlatformEntered({ name, kind, level })), { id });
    await c.tx.researchPlatform.create({ data: { districtId: c.district, id, name, kind, level, operator, field, instituteId: institute ?? null, steps: [] } });
  },
});
