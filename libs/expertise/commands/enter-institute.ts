import { Choice, command, districtKind, newId, Text, Texts } from '#platform';
import { INSTITUTE_KINDS, instituteEntered, instituteKnown, instituteMachine } from '../domain/institute.js';
import { instituteKind } from './kinds.js';

export class EnterInstitute {
  @Text({ max: 120 }) name!: string;
  @Choice(INSTITUTE_KINDS) kind!: (typeof INSTITUTE_KINDS)[number];
  @Text({ max: 120 }) place!: string;
  @Text({ max: 8000, description: 'What it is strong in; matching reads it' }) profile!: string;
  @Texts({ max: 20, length: 40 }) fields!: string[];
}

export const enterInstitute = command({
  name: 'enter-institute',
  summary: 'Enters a university or an institute that the district works with.',
  on: districtKind,
  may: 'run-expertise',
  exclusive: false,
  target: (_: EnterInstitute, district) => district,
  async decide(c, { name, kind, place, profile, fields }) {
    if ((await c.tx.institute.count({ where: { districtId: c.district, name } })) > 0) c.refuse(instituteKnown, { name });
    const id = newId();
    c.create(instituteKind.kind, instituteMachine.begin(instituteEntered({ name, kind })), { id });
    await c.tx.institute.create({ data: { districtId: c.district, id, name, kind, place, profile, fields } });
  },
});
