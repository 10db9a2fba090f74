import { command, notFound, today } from '#platform';
import { facilityRetired, facilityRetiredAlready } from '../domain/facility.js';
import { platformKind } from './kinds.js';

export const retireFacility = command({
  name: 'retire-facility',
  summary: 'Takes a shared instrument, lab or room out of use; bookings that are made stay.',
  on: platformKind,
  may: 'run',
  target: (input: { platform: string; facility: string }) => input.platform,
  async decide(c, { platform, facility }, { aggregate }) {
    const row = (await c.tx.facility.findFirst({ where: { districtId: c.district, id: facility, platformId: platform } })) ?? c.refuse(notFound, { kind: 'facility', id: facility });
    if (row.retiredOn !== null) c.refuse(facilityRetiredAlready, { name: row.name });
    const on = await today(c);
    await c.tx.facility.update({ where: c.key(facility), data: { retiredOn: on } });
    c.announce(aggregate, facilityRetired({ facility, name: row.name, on }));
  },
});
