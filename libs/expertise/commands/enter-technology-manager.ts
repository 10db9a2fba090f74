import { mustBeKnown } from '#identity';
import { Choice, command, districtKind, newId, Ref, Text, Texts } from '#platform';
import { managerEntered, MANAGER_LEVELS, technologyManagerMachine } from '../domain/technology.js';
import { managerKind } from './kinds.js';

export class EnterTechnologyManager {
  @Text({ max: 60 }) name!: string;
  @Ref({ optional: true, description: 'The person, where he has an account' }) person?: string;
  @Text({ optional: true, max: 60, description: 'The number of his certificate' }) certificate?: string;
  @Choice(MANAGER_LEVELS) level!: (typeof MANAGER_LEVELS)[number];
  @Texts({ max: 20, length: 40 }) fields!: string[];
}

export const enterTechnologyManager = command({
  name: 'enter-technology-manager',
  summary: 'Enters someone who brings research and firms together.',
  on: districtKind,
  may: 'run-expertise',
  exclusive: false,
  target: (_: EnterTechnologyManager, district) => district,
  async decide(c, { name, person, certificate, level, fields }) {
    if (person !== undefined) await mustBeKnown(c, [person]);
    const id = newId();
    c.create(managerKind.kind, technologyManagerMachine.begin(managerEntered({ name, level })), { id });
    await c.tx.technologyManager.create({ data: { districtId: c.district, id, name, personId: person ?? null, certificate: certificate ?? null, level, fields } });
  },
});
