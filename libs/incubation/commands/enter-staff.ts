import { Choice, command, Day, Flag, newId, Text } from '#platform';
import { STAFF_ROLES, staffEntered } from '../domain/people.js';
import { platformKind } from './kinds.js';

export class EnterStaff {
  @Text({ max: 80 }) name!: string;
  @Choice(STAFF_ROLES) role!: (typeof STAFF_ROLES)[number];
  @Flag({ description: 'Works on incubation itself' }) professional!: boolean;
  @Flag() fullTime!: boolean;
  @Flag({ description: 'Trained as an incubation professional' }) trained!: boolean;
  @Day() from!: string;
}

export const enterStaff = command({
  name: 'enter-staff',
  summary: 'Enters someone who works for a platform.',
  on: platformKind,
  may: 'run',
  target: (input: EnterStaff & { platform: string }) => input.platform,
  async decide(c, { platform, ...given }, { aggregate }) {
    const staff = newId();
    await c.tx.staff.create({ data: { districtId: c.district, id: staff, platformId: platform, ...given } });
    c.announce(aggregate, staffEntered({ staff, role: given.role }));
    return { staff };
  },
});
