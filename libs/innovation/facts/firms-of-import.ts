import type { Tx } from '#platform';
import { ALL_FIRMS, type Range } from './merged-records.js';

/** The firms of a range that a spreadsheet brought, or brought something of. */
export async function firmsOfImport(tx: Tx, district: string, id: string, [from, to]: Range = ALL_FIRMS): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<{ firm: string }[]>(FIRMS_OF_IMPORT, district, id, from, to);
  return rows.map(({ firm }) => firm);
}

const FIRMS_OF_IMPORT = `
SELECT id AS firm FROM firm WHERE district_id = $1::uuid AND import_id = $2::uuid AND id BETWEEN $3::uuid AND $4::uuid
UNION SELECT firm_id FROM firm_fact WHERE district_id = $1::uuid AND source_id = $2::uuid AND firm_id BETWEEN $3::uuid AND $4::uuid
UNION SELECT firm_id FROM firm_paper WHERE district_id = $1::uuid AND import_id = $2::uuid AND firm_id BETWEEN $3::uuid AND $4::uuid
UNION SELECT firm_id FROM qualification WHERE district_id = $1::uuid AND import_id = $2::uuid AND firm_id BETWEEN $3::uuid AND $4::uuid`;
