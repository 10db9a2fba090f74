import { reaction } from '#platform';
import { firmImportApplied } from '../domain/firm-import.js';
import { assessInParts } from '../facts/assess-in-parts.js';
import { firmsOfImport } from '../facts/firms-of-import.js';

export const assessFirmsOnImport = reaction({
  name: 'assess-firms-on-import',
  summary: 'Judges the firms anew that a spreadsheet brought, or brought facts, papers or certificates of.',
  on: [firmImportApplied],
  ...assessInParts((tx, { district, aggregate }, range) => firmsOfImport(tx, district, aggregate, range)),
});
