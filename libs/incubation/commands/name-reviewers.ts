import { command, Refs } from '#platform';
import { reviewersNamed } from '../domain/intake.js';
import { mustBeKnown } from '#identity';
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
    await mustBeKnown(c, reviewers);
    await c.tx.intake.update({ where: c.key(id), data: { reviewers } });
    c.announce(aggregate, reviewersNamed({ name, people: reviewers }));
  },
});
