import { reaction, type Tx } from '#platform';
import { firmImportApplied } from '../domain/firm-import.js';
import { assessInParts } from '../facts/assess-in-parts.js';
import type { Range } from '../facts/merged-records.js';

export const assessFirmsOnImport = reaction({
  name: 'assess-firms-on-import',
  summary: 'Judges the firms anew that a spreadsheet brought, or brought facts, papers or certificates of.',
  on: [firmImportApplied],
  ...assessInParts((tx, { district, aggregate }, range) => firmsOfImport(tx, district, aggregate, range)),
});

async function firmsOfImport(tx: Tx, district: string, id: string, [from, to]: Range): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<{ firm: string }[]>(FIRMS_OF_IMPORT, district, id, from, to);
  return rows.map(({ firm }) => firm);
}

const FIRMS_OF_IMPORT = `
SELECT id AS firm FROM firm WHERE district_id = $1::uuid AND import_id = $2::uuid AND id BETWEEN $3::uuid AND $4::uuid
UNION SELECT firm_id FROM firm_fact WHERE district_id = $1::uuid AND source_id = $2::uuid AND firm_id BETWEEN $3::uuid AND $4::uuid
UNION SELECT firm_id FROM firm_paper WHERE district_id = $1::uuid AND import_id = $2::uuid AND firm_id BETWEEN $3::uuid AND $4::uuid
UNION SELECT firm_id FROM qualification WHERE district_id = $1::uuid AND import_id = $2::uuid AND firm_id BETWEEN $3::uuid AND $4::uuid`;
