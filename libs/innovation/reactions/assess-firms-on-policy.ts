import { reaction } from '#platform';
import { policyPublished } from '../domain/policy.js';
import { assessInParts } from '../facts/assess-in-parts.js';
import { standingFirms } from '../facts/merged-records.js';

export const assessFirmsOnPolicy = reaction({
  name: 'assess-firms-on-policy',
  summary: 'Judges all firms by a policy as it comes into the catalogue.',
  on: [policyPublished],
  ...assessInParts((tx, { district }, range) => standingFirms(tx, district, range)),
});
