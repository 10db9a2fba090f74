import type { Tx } from '#platform';

interface FirmOfCode {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string;
  readonly mergedInto: string | null;
}

/** The firms in the register that have one of these credit codes, however many codes there are. */
export const firmsByCode = (tx: Tx, district: string, codes: readonly string[]): Promise<FirmOfCode[]> =>
  tx.$queryRaw<FirmOfCode[]>`SELECT id, name, credit_code AS "creditCode", merged_into_id AS "mergedInto" FROM firm WHERE district_id = ${district}::uuid AND credit_code = ANY(${codes}::text[])`;
