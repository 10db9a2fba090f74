import { reaction } from '#platform';
import { policyPublished } from '../domain/policy.js';
import { assessFirms } from '../facts/assess-firms.js';
import { standingFirms } from '../facts/merged-records.js';

export const assessFirmsOnPolicy = reaction({
  name: 'assess-firms-on-policy',
  summary: 'Judges all firms by a policy as it comes into the catalogue.',
  on: [policyPublished],
  async react(c) {
    await assessFirms(c, await standingFirms(c.tx, c.district));
  },
});
