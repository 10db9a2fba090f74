import { inForceOn } from '#kernel';
import type { Tx } from '#platform';
import { rulesOf, tableOn } from '#rulebook';
import { CREDIT_RULES, type CreditTable } from '../rules/credit-score.js';

/** A firm's last score, with the lines by which it got its limit (fen). */
export interface CreditScored {
  readonly id: string;
  readonly project: string;
  readonly firm: string;
  readonly score: number;
  readonly limit: number;
  readonly grades: CreditTable['grades'];
}

/** Each firm's last score until a day. */
export async function creditScored(tx: Tx, districtId: string, day: string): Promise<CreditScored[]> {
  const rows = await tx.creditScore.findMany({ where: { districtId, on: { lte: day } }, distinct: ['projectId'], orderBy: [{ projectId: 'asc' }, { on: 'desc' }, { id: 'desc' }] });
  const tables = await rulesOf(tx, districtId, CREDIT_RULES);
  return rows.map(({ id, projectId, firm, score, limit, on }) => ({ id, project: projectId, firm, score, limit: Number(limit), grades: inForceOn(tables, on)!.root.grades }));
}

/** The lines of grades in force on a day, from the best down. */
export const creditGrades = async (tx: Tx, district: string, day: string): Promise<CreditTable['grades']> => (await tableOn(tx, district, CREDIT_RULES, day))?.root.grades ?? [];
