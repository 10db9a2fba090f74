import { command, notFound, Refs } from '#platform';
import { reviewersNamed } from '../domain/intake.js';
import { intakeKind } from './kinds.js';

export class NameReviewers {
  @Refs({ max: 50 }) reviewers!: string[];
}

export const nameReviewers = command({
  name: 'name-reviewers',
  summary: 'Names who reviews an intake’s applications; sheets that are in stay.',
  on: intakeKind,
  may: 'run',
  target: (input: NameReviewers & { intake: string }) => input.intake,
  async decide(c, { reviewers }, { id, aggregate, name }) {
    const known = await c.tx.person.findMany({ where: { districtId: c.district, id: { in: reviewers } }, select: { id: true } });
    const missing = reviewers.find((reviewer) => !known.some((person) => person.id === reviewer));
    if (missing !== undefined) c.refuse(notFound, { kind: 'person', id: missing });
    await c.tx.intake.update({ where: c.key(id), data: { reviewers } });
    c.announce(aggregate, reviewersNamed({ name, people: reviewers }));
  },
});
