import type { Explanation } from '#kernel';
import type { Tx } from '#platform';

/** An entry as its call's rule judged it, and the prize that it won (fen). */
export interface JudgedEntry {
  readonly id: string;
  readonly project: string;
  readonly title: string;
  readonly rule: string;
  readonly explanation: Explanation;
  readonly won: boolean;
  readonly prize: number;
}

/** All entries that were handed in and judged for their eligibility. */
export async function judgedEntries(tx: Tx, districtId: string): Promise<JudgedEntry[]> {
  const rows = await tx.entry.findMany({ where: { districtId, submittedAt: { not: null } }, select: { id: true, projectId: true, title: true, eligibility: true, won: { select: { money: true } } }, orderBy: { id: 'asc' } });
  return rows.flatMap(({ id, projectId, title, eligibility, won }) => {
    const explanation = eligibility as unknown as Explanation | null;
    return explanation === null ? [] : [{ id, project: projectId, title, rule: explanation.rule, explanation, won: won.length > 0, prize: won.reduce((sum, { money }) => sum + Number(money), 0) }];
  });
}
