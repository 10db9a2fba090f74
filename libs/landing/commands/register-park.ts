import { Choice, command, districtKind, notFound, Ref, Text, Whole } from '#platform';
import { FROM_THE_START, PARK_KINDS, PARK_LEVELS, parkMachine, parkRegistered, partnerForEnclave } from '../domain/park.js';
import { parkKind } from './kinds.js';

export class RegisterPark {
  @Text({ max: 100 }) name!: string;
  @Choice(PARK_KINDS) kind!: string;
  @Ref({ optional: true, description: 'The zone or park it is a part of' }) parent?: string;
  @Text({ max: 100, optional: true, description: 'An enclave’s other district' }) partner?: string;
  @Whole({ min: 0, max: 10_000, optional: true, description: 'The other district’s share of output, tax and emission quota, in basis points; later years may have others' }) partnerShare?: number;
  @Choice(PARK_LEVELS, { optional: true }) level?: (typeof PARK_LEVELS)[number];
}

export const registerPark = command({
  name: 'register-park',
  summary: 'Enters a zone, an area, a park or an enclave into the tree of parks.',
  on: districtKind,
  may: 'register-park',
  exclusive: false,
  target: (_: RegisterPark, district) => district,
  async decide(c, { name, kind, parent = null, partner = null, partnerShare = null, level = 'district' }) {
    const shared = partner !== null && partnerShare !== null;
    if ((kind === 'enclave') !== shared || (partner === null) !== (partnerShare === null)) c.refuse(partnerForEnclave);
    if (parent !== null && !(await c.tx.park.findUnique({ where: c.key(parent) }))) c.refuse(notFound, { kind: 'park', id: parent });
    const id = c.create(parkKind.kind, parkMachine.begin(parkRegistered({ name, kind, parent })));
    await c.tx.park.create({ data: { districtId: c.district, id, parentId: parent, name, kind, partner, level } });
    if (partnerShare !== null) await c.tx.enclaveShare.create({ data: { districtId: c.district, parkId: id, year: FROM_THE_START, output: partnerShare, tax: partnerShare, emission: partnerShare } });
  },
});
