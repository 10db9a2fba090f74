import { Choice, command, Day, newId, Text, Whole } from '#platform';
import { FIGURES, type FigureKey } from '../domain/figures.js';
import { notAdmitted } from '../domain/incubatee.js';
import { milestoneSet, targetWithoutMetric } from '../domain/milestone.js';
import { incubateeKind } from './kinds.js';

export class SetMilestone {
  @Text({ max: 200 }) title!: string;
  @Day() dueOn!: string;
  @Choice(FIGURES.map(({ key }) => key), { optional: true, description: 'The figure of the reports that reaches it' }) metric?: FigureKey;
  @Whole({ optional: true, min: 1, max: Number.MAX_SAFE_INTEGER, description: 'What that figure has to come to in one report; money in fen' }) target?: number;
}

export const setMilestone = command({
  name: 'set-milestone',
  summary: 'Sets a milestone for a firm in incubation, with a figure as its target where it has one.',
  on: incubateeKind,
  may: 'set-milestone',
  target: (input: SetMilestone & { incubatee: string }) => input.incubatee,
  async decide(c, { title, dueOn, metric, target }, { id: incubateeId, aggregate }) {
    if (aggregate.state !== 'admitted') c.refuse(notAdmitted, { state: aggregate.state });
    if ((metric === undefined) !== (target === undefined)) c.refuse(targetWithoutMetric);
    const milestone = newId();
    await c.tx.milestone.create({ data: { districtId: c.district, id: milestone, incubateeId, title, dueOn, metric: metric ?? null, target: target === undefined ? null : BigInt(target) } });
    c.announce(aggregate, milestoneSet({ milestone, title, dueOn }));
    return { milestone };
  },
});
