import type { Context } from '#platform';
import { gradeYields, type GradeTerms } from '../domain/yield-per-mu.js';

/** Grades all firms of a review anew, since each is judged beside the others. */
export async function gradeFirms(c: Context, reviewId: string): Promise<void> {
  const { weights, lines, firms } = await c.tx.yieldReview.findUniqueOrThrow({ where: c.key(reviewId), include: { firms: true } });
  for (const { firm, score, grade, parts } of gradeYields(firms, { weights: weights as unknown as GradeTerms['weights'], from: lines as unknown as GradeTerms['from'] }))
    await c.tx.yieldOfFirm.update({ where: { districtId_reviewId_firm: { districtId: c.district, reviewId, firm } }, data: { score, grade, parts: JSON.parse(JSON.stringify(parts)) as object } });
}
