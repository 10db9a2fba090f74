import { isRefusal } from '#kernel';
import { checkMarks, conflictsWithProject, type Criterion } from '#contest';
import { command, List, Quantity, Text } from '#platform';
import { applicationMachine, applicationReviewed, notReviewer, reviewerInConflict } from '../domain/intake.js';
import { rankedBy, sheetsOf } from '../facts/sheets-of.js';
import { applicationKind } from './kinds.js';

export class ApplicationMark {
  @Text({ max: 40, description: 'The criterion’s key' }) criterion!: string;
  @Quantity({ min: -1000, max: 1000 }) mark!: number;
  @Text({ optional: true, min: 0, max: 4000 }) comment?: string;
}

export class ReviewApplication {
  @List(() => ApplicationMark, { max: 20 }) marks!: ApplicationMark[];
  @Text({ optional: true, min: 0, max: 4000 }) comment?: string;
}

export const reviewApplication = command({
  name: 'review-application',
  summary: 'Hands in a score sheet on an application, in place of one’s earlier sheet; who is too near to the project may not.',
  on: applicationKind,
  may: 'review',
  target: (input: ReviewApplication & { application: string }) => input.application,
  async decide(c, { marks, comment }, { id, aggregate, projectId, intake, reviews }) {
    const reviewerId = intake.reviewers.find((reviewer) => reviewer === c.person) ?? c.refuse(notReviewer, { intake: intake.name });
    const ties = await conflictsWithProject(c.tx, c.district, reviewerId, projectId);
    if (ties.length > 0) c.refuse(reviewerInConflict, { ties: ties.join(', ') });
    const wrong = checkMarks(intake.rubric as unknown as readonly Criterion[], marks);
    if (isRefusal(wrong)) return c.move(aggregate, wrong);
    const sheets = [...sheetsOf(reviews).filter(({ reviewer }) => reviewer !== reviewerId), { application: id, reviewer: reviewerId, marks }];
    const total = rankedBy(intake, [id], sheets)[0]!.score!;
    c.move(aggregate, applicationMachine.take('review', aggregate.state, {}, [applicationReviewed({ reviewer: reviewerId, sheets: sheets.length, total })]));
    const sheet = { marks: JSON.parse(JSON.stringify(marks)) as object, comment: comment ?? null, at: c.now };
    await c.tx.applicationReview.upsert({ where: { districtId_applicationId_reviewerId: { districtId: c.district, applicationId: id, reviewerId } }, create: { districtId: c.district, applicationId: id, reviewerId, ...sheet }, update: sheet });
  },
});
