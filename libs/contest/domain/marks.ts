import { Decimal, refuse, type Refusal } from '#kernel';
import { commentMissing, missingMark, wrongMarks } from './judging.js';
import type { Criterion } from './round-plan.js';

export interface MarkGiven {
  readonly criterion: string;
  readonly mark: number;
  readonly comment?: string;
}

/** Whether the marks are one for each criterion, each within its range and on its steps, with a comment where one is asked for. */
export function checkMarks(rubric: readonly Criterion[], marks: readonly MarkGiven[]): Refusal | null {
  const given = new Map(marks.map((one) => [one.criterion, one]));
  const amiss = [...rubric.filter(({ key }) => !given.has(key)).map(({ key }) => key), ...marks.filter(({ criterion }) => !rubric.some(({ key }) => key === criterion)).map(({ criterion }) => criterion)];
  if (amiss.length > 0 || given.size !== marks.length) return refuse(missingMark, { criteria: amiss.join(', ') });
  for (const criterion of rubric) {
    const { mark, comment = '' } = given.get(criterion.key)!;
    const wrong = checkMark(criterion, mark);
    if (wrong) return wrong;
    const { commentBelow: below = -Infinity, commentAbove: above = Infinity } = criterion;
    if ((mark < below || mark > above) && comment.trim().length < 2) return refuse(commentMissing, { criterion: criterion.name, below, above });
  }
  return null;
}

/** Whether one mark lies within its criterion's range and on its steps. */
export function checkMark({ name, min, max, step }: Criterion, mark: number): Refusal | null {
  const value = new Decimal(mark);
  return value.lt(min) || value.gt(max) || !value.minus(min).mod(step).isZero() ? refuse(wrongMarks, { criterion: name, min, max, step }) : null;
}
