import { reaction } from '#platform';
import { firmsRecounted } from '../domain/firm.js';
import { assessInParts } from '../facts/assess-in-parts.js';
import { standingFirms } from '../facts/merged-records.js';

export const assessFirmsOnRecount = reaction({
  name: 'assess-firms-on-recount',
  summary: 'Judges all firms anew by the rules of today, when the office asks for it.',
  on: [firmsRecounted],
  ...assessInParts((tx, { district }, range) => standingFirms(tx, district, range)),
});
