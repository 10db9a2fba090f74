import type { Context } from '#platform';
import { gradeYields, type GradeTerms } from '../domain/yield-per-mu.js';

/** Grades all firms of a review anew, since each is judged beside the others. */
export async function gradeFirms(c: Context, reviewId: string): Promise<void> {
  const { weights, lines, firms } = await c.tx.yieldReview.findUniqueOrThrow({ where: c.key(reviewId), include: { firms: true } });
  const graded = gradeYields(firms, { weights: weights as unknown as GradeTerms['weights'], from: lines as unknown as GradeTerms['from'] });
  await c.tx.$executeRaw`
    UPDATE yield_of_firm y SET score = g.score, grade = g.grade, parts = g.parts
    FROM jsonb_to_recordset(${JSON.stringify(graded)}::jsonb) AS g(firm text, score float8, grade text, parts jsonb)
    WHERE y.district_id = ${c.district}::uuid AND y.review_id = ${reviewId}::uuid AND y.firm = g.firm`;
}
