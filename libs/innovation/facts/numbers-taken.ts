import type { Tx } from '#platform';
import type { ImportKind } from '../domain/firm-import.js';
import type { ImportRow } from '../files/import-sheet.js';

/** What is once in a register: a paper's number, a certificate's number for its qualification; undefined for a firm's row. */
export const numberOf = ({ paper, certificate }: ImportRow): string | undefined => (certificate ? `${certificate.key} ${certificate.number}` : paper?.number);

/** Those of a sheet's numbers that the register has already, as `numberOf` gives them. */
export async function numbersTaken(tx: Tx, districtId: string, register: ImportKind, rows: readonly ImportRow[]): Promise<ReadonlySet<string>> {
  const number = { in: rows.flatMap(({ paper, certificate }) => paper?.number ?? certificate?.number ?? []) };
  if (register === 'firms') return new Set();
  if (register === 'certificates') return new Set((await tx.qualification.findMany({ where: { districtId, number }, select: { key: true, number: true } })).map((row) => `${row.key} ${row.number!}`));
  return new Set((await tx.firmPaper.findMany({ where: { districtId, register, number }, select: { number: true } })).map((row) => row.number));
}
