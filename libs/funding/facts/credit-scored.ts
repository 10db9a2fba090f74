import { inForceOn } from '#kernel';
import type { Tx } from '#platform';
import { CREDIT_RULES, type CreditRule } from '../rules/credit-score.js';

/** A firm's last score, with the lines by which it got its limit (fen). */
export interface CreditScored {
  readonly id: string;
  readonly project: string;
  readonly firm: string;
  readonly score: number;
  readonly limit: number;
  readonly grades: CreditRule['grades'];
}

/** Each firm's last score until a day. */
export async function creditScored(tx: Tx, districtId: string, day: string): Promise<CreditScored[]> {
  const rows = await tx.creditScore.findMany({ where: { districtId, on: { lte: day } }, distinct: ['projectId'], orderBy: [{ projectId: 'asc' }, { on: 'desc' }, { id: 'desc' }] });
  return rows.map(({ id, projectId, firm, score, limit, on }) => ({ id, project: projectId, firm, score, limit: Number(limit), grades: inForceOn(CREDIT_RULES, on)!.grades }));
}

/** The lines of grades in force on a day, from the best down. */
export const creditGrades = (day: string): CreditRule['grades'] => inForceOn(CREDIT_RULES, day)?.grades ?? [];
