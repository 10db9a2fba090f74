import { Amount, Choice, command, newId, Text, TimeOfDay } from '#platform';
import { FACILITY_KINDS, facilityAdded, outsideHours } from '../domain/facility.js';
import { platformKind } from './kinds.js';

export class AddFacility {
  @Choice(FACILITY_KINDS) kind!: (typeof FACILITY_KINDS)[number];
  @Text({ max: 80 }) name!: string;
  @Text({ optional: true, max: 120 }) place?: string;
  @Amount({ description: 'In fen an hour' }) price!: number;
  @TimeOfDay({ example: '09:00' }) opens!: string;
  @TimeOfDay({ example: '18:00' }) closes!: string;
}

export const addFacility = command({
  name: 'add-facility',
  summary: 'Enters a shared instrument, lab or room that firms book by the hour.',
  on: platformKind,
  may: 'run',
  target: (input: AddFacility & { platform: string }) => input.platform,
  async decide(c, { kind, name, place, price, opens, closes }, { id: platformId, aggregate }) {
    if (opens >= closes) c.refuse(outsideHours, { name, opens, closes });
    const facility = newId();
    await c.tx.facility.create({ data: { districtId: c.district, id: facility, platformId, kind, name, place: place ?? null, price: BigInt(price), opens, closes } });
    c.announce(aggregate, facilityAdded({ facility, name }));
    return { facility };
  },
});
