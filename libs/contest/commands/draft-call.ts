import { Choice, command, Instant, List, Quantity, Text, Whole } from '#platform';
import { SCORING_RULES } from '#judging';
import { callDrafted, callMachine, cutBeyondShortlist, type Criterion } from '../domain/call.js';
import { ELIGIBILITY_KEYS } from '../rules/index.js';
import { callKind, contestKind } from './kinds.js';

export class CriterionInput implements Criterion {
  @Text({ max: 40, example: 'innovation' }) key!: string;
  @Text({ max: 100, example: '创新性' }) name!: string;
  @Quantity({ min: 0.01, max: 100 }) weight!: number;
  @Quantity({ min: -1000, max: 1000 }) min!: number;
  @Quantity({ min: -1000, max: 1000 }) max!: number;
  @Quantity({ min: 0.01, max: 100 }) step!: number;
}

export class DraftCall {
  @Text({ max: 200 }) name!: string;
  @Choice(['team', 'start-up', 'growth', 'youth']) group!: string;
  @Choice(ELIGIBILITY_KEYS, { description: 'The rule set entries must meet' }) eligibilityRule!: string;
  @Instant({ description: 'When it closes, such as 2027-03-31T18:00:00+08:00' }) closesAt!: string;
  @List(() => CriterionInput, { max: 20 }) rubric!: CriterionInput[];
  @Choice(SCORING_RULES.map(({ name }) => name)) scoring!: string;
  @Whole({ min: 1, max: 100, description: 'Sheets an entry needs before its round can close' }) quorum!: number;
  @Whole({ min: 1, max: 1000 }) shortlist!: number;
  @Whole({ min: 1, max: 1000 }) awards!: number;
  @Whole({ min: 1, max: 30, description: 'Working days for objections' }) announceDays!: number;
}

export const draftCall = command({
  name: 'draft-call',
  summary: 'Drafts a call of a contest: its group, rules, rubric, quotas and dates.',
  on: contestKind,
  may: 'set-up',
  exclusive: false,
  target: (input: DraftCall & { contest: string }) => input.contest,
  async decide(c, input, contest) {
    const { name, group, eligibilityRule, closesAt, rubric, scoring, quorum, shortlist, awards, announceDays } = input;
    if (awards > shortlist) c.refuse(cutBeyondShortlist, { awards, shortlist });
    const id = c.create(callKind.kind, callMachine.begin(callDrafted({ name, group })));
    const rule = SCORING_RULES.find((known) => known.name === scoring)!;
    await c.tx.call.create({
      data: {
        ...{ districtId: c.district, id, contestId: contest.id, name, group, eligibilityRule, closesAt: new Date(closesAt) },
        ...{ rubric: rubric.map((criterion) => ({ ...criterion })), scoring: { ...rule }, quorum, shortlist, awards, announceDays },
      },
    });
  },
});
