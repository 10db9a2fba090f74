import { endOfLocalDay } from '#kernel';
import { CriterionInput } from '#contest';
import { Choice, command, Day, List, newId, notFound, Quantity, Ref, Refs, Text, timeZoneOf, Whole } from '#platform';
import { cohortIsClosed } from '../domain/cohort.js';
import { intakeClosing, intakeMachine, intakeOpened } from '../domain/intake.js';
import { platformClosed } from '../domain/platform.js';
import { mustBeKnown } from '#identity';
import { intakeKind, platformKind } from './kinds.js';

const METHODS = ['mean', 'trimmed-mean', 'median'] as const;

export class OpenIntake {
  @Text({ max: 100, example: '2027 年第三季度入孵评审' }) name!: string;
  @Ref({ optional: true, description: 'The term of a programme that it is for' }) cohort?: string;
  @List(() => CriterionInput, { max: 20 }) rubric!: CriterionInput[];
  @Choice(METHODS, { optional: true, description: 'How sheets become a total' }) method?: (typeof METHODS)[number];
  @Refs({ max: 50, description: 'Who reviews' }) reviewers!: string[];
  @Whole({ min: 1, max: 50, description: 'Sheets an application needs' }) quorum!: number;
  @Quantity({ max: 100_000, description: 'The total it needs' }) threshold!: number;
  @Day({ optional: true, description: 'The last day; open all the time where it is left out' }) closesOn?: string;
}

export const openIntake = command({
  name: 'open-intake',
  summary: 'Takes applications to a platform or to a term of a programme, reviewed by a panel on score sheets.',
  on: platformKind,
  may: 'run',
  exclusive: false,
  target: (input: OpenIntake & { platform: string }) => input.platform,
  async decide(c, { platform: _, cohort, method = 'mean', rubric, closesOn, ...given }, platform) {
    if (platform.aggregate.state === 'withdrawn') c.refuse(platformClosed, { platform: platform.name });
    if (cohort !== undefined) {
      const row = (await c.tx.cohort.findFirst({ where: { districtId: c.district, id: cohort, platformId: platform.id }, include: { aggregate: true } })) ?? c.refuse(notFound, { kind: 'cohort', id: cohort });
      if (row.aggregate.state !== 'running') c.refuse(cohortIsClosed, { cohort: row.name });
    }
    await mustBeKnown(c, given.reviewers);
    const id = newId();
    c.create(intakeKind.kind, intakeMachine.begin(intakeOpened({ platform: platform.id, name: given.name, people: given.reviewers })), { id });
    await c.tx.intake.create({ data: { districtId: c.district, id, platformId: platform.id, cohortId: cohort ?? null, method, rubric: JSON.parse(JSON.stringify(rubric)) as object, closesOn: closesOn ?? null, ...given } });
    if (closesOn !== undefined) {
      const timeZone = await timeZoneOf(c);
      c.remind({ id, kind: intakeKind.kind }, intakeClosing({}), endOfLocalDay(closesOn, timeZone), timeZone);
    }
    return { id };
  },
});
