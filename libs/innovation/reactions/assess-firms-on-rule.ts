import { ABOVE_SCALE } from '#landing';
import { reaction } from '#platform';
import { ruleInEffect } from '#rulebook';
import { assessInParts } from '../facts/assess-in-parts.js';
import { standingFirms } from '../facts/merged-records.js';
import { POINTS } from '../rules/points.js';
import { CARDS, QUALIFICATIONS } from '../rules/qualifications.js';

const KEYS = new Set([...QUALIFICATIONS, ...CARDS, ...POINTS, ...ABOVE_SCALE].map(({ key }) => key));

export const assessFirmsOnRule = reaction({
  name: 'assess-firms-on-rule',
  summary: 'Judges all firms anew on the day that a version of a rule for firms begins to judge.',
  on: [ruleInEffect],
  ...assessInParts(async (tx, { district, payload }, range) => (KEYS.has(payload['rule'] as string) ? standingFirms(tx, district, range) : [])),
});
