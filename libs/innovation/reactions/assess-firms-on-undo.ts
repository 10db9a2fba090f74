import { reaction, type Tx } from '#platform';
import { firmImportUndone } from '../domain/firm-import.js';
import { assessInParts } from '../facts/assess-in-parts.js';
import type { Range } from '../facts/merged-records.js';

export const assessFirmsOnUndo = reaction({
  name: 'assess-firms-on-undo',
  summary: 'Judges the firms anew that a spreadsheet had brought something of, once that is taken back.',
  on: [firmImportUndone],
  ...assessInParts((tx, { district }, range) => unjudged(tx, district, range)),
});

/** What was said of them went with what the spreadsheet had brought. */
async function unjudged(tx: Tx, districtId: string, [gte, lte]: Range): Promise<string[]> {
  return (await tx.firm.findMany({ where: { districtId, id: { gte, lte }, mergedIntoId: null, assessments: { none: {} } }, select: { id: true } })).map(({ id }) => id);
}
