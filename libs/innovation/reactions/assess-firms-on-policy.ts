import { reaction } from '#platform';
import { policyPublished } from '../domain/policy.js';
import { assessFirms } from '../facts/assess-firms.js';

export const assessFirmsOnPolicy = reaction({
  name: 'assess-firms-on-policy',
  summary: 'Judges all firms by a policy as it comes into the catalogue.',
  on: [policyPublished],
  async react(c) {
    const firms = await c.tx.firm.findMany({ where: { districtId: c.district, mergedIntoId: null }, select: { id: true } });
    await assessFirms(c, firms.map(({ id }) => id));
  },
});
