import { command, Day } from '#platform';
import { noSuchStaff, staffLeft } from '../domain/people.js';
import { platformKind } from './kinds.js';

export class LetStaffGo {
  @Day({ description: 'The last day' }) on!: string;
}

export const letStaffGo = command({
  name: 'let-staff-go',
  summary: 'Records that someone stops working for a platform.',
  on: platformKind,
  may: 'run',
  target: (input: LetStaffGo & { platform: string; staff: string }) => input.platform,
  async decide(c, { platform, staff, on }, { aggregate }) {
    const { count } = await c.tx.staff.updateMany({ where: { districtId: c.district, id: staff, platformId: platform, until: null, from: { lte: on } }, data: { until: on } });
    if (count === 0) c.refuse(noSuchStaff);
    c.announce(aggregate, staffLeft({ staff, on }));
  },
});
