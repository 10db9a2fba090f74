import { drawnOrder } from '#judging';
import { Choice, command, Instant, newId, newSeed, Text } from '#platform';
import { cohortMachine, cohortPlanned, SESSION_KINDS } from '../domain/cohort.js';
import { notAhead } from '../domain/facility.js';
import { cohortKind } from './kinds.js';

export class PlanSession {
  @Choice(SESSION_KINDS) kind!: (typeof SESSION_KINDS)[number];
  @Text({ max: 120 }) title!: string;
  @Text({ optional: true, max: 120, description: 'Who leads it' }) host?: string;
  @Text({ optional: true, max: 120 }) place?: string;
  @Instant() startsAt!: string;
  @Instant() endsAt!: string;
}

export const planSession = command({
  name: 'plan-session',
  summary: 'Adds a session to a term, or its demo day, at which participants show in an order drawn by lot.',
  on: cohortKind,
  may: 'run',
  target: (input: PlanSession & { cohort: string }) => input.cohort,
  async decide(c, { cohort: cohortId, kind, title, startsAt, endsAt, ...given }, cohort) {
    if (new Date(endsAt) <= new Date(startsAt)) c.refuse(notAhead);
    const session = newId();
    const taking = cohort.participations.filter(({ aggregate }) => aggregate.state === 'enrolled').map(({ id }) => id);
    const running = kind === 'demo-day' ? drawnOrder(newSeed(), taking) : [];
    c.move(cohort.aggregate, cohortMachine.take('plan', cohort.aggregate.state, {}, [cohortPlanned({ what: kind, title })]));
    await c.tx.cohortSession.create({ data: { districtId: c.district, id: session, cohortId, kind, title, startsAt, endsAt, running, ...given } });
    return { session, running };
  },
});
