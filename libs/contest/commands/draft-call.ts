import { Anything, Choice, command, Flag, Instant, List, Part, Quantity, Text, timeZoneOf, Whole, type Context, type Prisma } from '#platform';
import { isRefusal } from '#kernel';
import { SCORING_RULES } from '#judging';
import { callDrafted, callMachine, cutBeyondShortlist, opensAfterClosing, prizesDontAddUp, type Criterion, type Prize } from '../domain/call.js';
import { readForm } from '../domain/form/definition.js';
import { LATE_RULES, type LateRule } from '../domain/late.js';
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

export class WordsInput {
  @Text({ max: 5000 }) zh!: string;
  @Text({ max: 5000 }) en!: string;
}

export class PrizeInput implements Prize {
  @Text({ max: 100, example: '一等奖' }) name!: string;
  @Whole({ min: 1, max: 1000 }) places!: number;
  @Whole({ optional: true, max: 10_000_000_000, description: 'In fen' }) money?: number;
}

export class TimelineInput {
  @Part(() => WordsInput) name!: WordsInput;
  @Instant() at!: string;
}

export class DraftCall {
  @Text({ max: 200 }) name!: string;
  @Choice(['team', 'start-up', 'growth', 'youth']) group!: string;
  @Choice(ELIGIBILITY_KEYS, { description: 'The rule set entries must meet' }) eligibilityRule!: string;
  @Instant({ optional: true, description: 'When it opens by itself; when it is published where this is left out' }) opensAt?: string;
  @Instant({ description: 'When it closes, such as 2027-03-31T18:00:00+08:00' }) closesAt!: string;
  @Choice(LATE_RULES, { optional: true, description: 'After the closing time: refuse, take for some minutes as if in time (grace), or take and mark late (mark)' }) lateRule?: LateRule;
  @Whole({ optional: true, max: 100_000, description: 'For how many minutes' }) lateMinutes?: number;
  @List(() => TimelineInput, { optional: true, min: 0, max: 30, description: 'Dates people should know' }) timeline?: TimelineInput[];
  @List(() => CriterionInput, { max: 20 }) rubric!: CriterionInput[];
  @Choice(SCORING_RULES.map(({ name }) => name)) scoring!: string;
  @Whole({ min: 1, max: 100, description: 'Sheets an entry needs before its round can close' }) quorum!: number;
  @Whole({ min: 1, max: 1000 }) shortlist!: number;
  @Whole({ min: 1, max: 1000 }) awards!: number;
  @List(() => PrizeInput, { optional: true, min: 0, max: 20, description: 'The awards by name; their places add up to `awards`' }) prizes?: PrizeInput[];
  @Whole({ min: 1, max: 30, description: 'Working days for objections' }) announceDays!: number;
  @Part(() => WordsInput, { optional: true, description: 'What an owner accepts when he hands in' }) declaration?: WordsInput;
  @Whole({ optional: true, min: 1, max: 100 }) entriesPerPerson?: number;
  @Whole({ optional: true, min: 1, max: 1000 }) entriesPerOrganisation?: number;
  @Flag({ optional: true, description: 'Only owners whose address is verified hand in' }) verifiedOnly?: boolean;
  @Flag({ optional: true, description: 'Judges see entries without who is behind them; so unless this is false' }) blind?: boolean;
  @Anything({ optional: true, description: 'The call’s own form: sections and fields' }) form?: object;
}

export const draftCall = command({
  name: 'draft-call',
  summary: 'Drafts a call of a contest: its group, rules, form, rubric, quotas and dates.',
  on: contestKind,
  may: 'set-up',
  exclusive: false,
  target: (input: DraftCall & { contest: string }) => input.contest,
  async decide(c, input, contest) {
    const columns = await callColumns(c, input);
    const id = c.create(callKind.kind, callMachine.begin(callDrafted({ name: input.name, group: input.group })));
    await c.tx.call.create({ data: { ...columns, districtId: c.district, id, contestId: contest.id, formVersion: input.form === undefined ? 0 : 1 } });
    if (input.form !== undefined) await writeForm(c, id, 1, input.form);
  },
});

/** A call's row from what the office says of it. @throws Refused when its figures or dates don't fit together */
export async function callColumns(c: Context, input: DraftCall) {
  const { name, group, eligibilityRule, rubric, quorum, shortlist, awards, announceDays, prizes = [], timeline = [] } = input;
  if (awards > shortlist) c.refuse(cutBeyondShortlist, { awards, shortlist });
  const sum = prizes.reduce((total, { places }) => total + places, 0);
  if (prizes.length > 0 && sum !== awards) c.refuse(prizesDontAddUp, { sum, awards });
  const [opensAt, closesAt] = [input.opensAt === undefined ? null : new Date(input.opensAt), new Date(input.closesAt)];
  if (opensAt && opensAt >= closesAt) c.refuse(opensAfterClosing);
  const rule = SCORING_RULES.find((known) => known.name === input.scoring)!;
  return {
    ...{ name, group, eligibilityRule, opensAt, closesAt, quorum, shortlist, awards, announceDays, timeZone: await timeZoneOf(c) },
    ...{ lateRule: input.lateRule ?? 'refuse', lateMinutes: input.lateMinutes ?? 0, rubric: json(rubric), scoring: json(rule), prizes: json(prizes) },
    ...{ timeline: json(timeline), blind: input.blind ?? true, verifiedOnly: input.verifiedOnly ?? false },
    ...{ entriesPerPerson: input.entriesPerPerson ?? null, entriesPerOrganisation: input.entriesPerOrganisation ?? null },
    ...(input.declaration && { declaration: json(input.declaration) }),
  };
}

/** Input as plain JSON for its column. */
const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;

/** Keeps a version of a call's form. @throws Refused when it is not one; returns how many fields it has */
export async function writeForm(c: Context, call: string, version: number, written: unknown): Promise<number> {
  const form = readForm(written);
  if (isRefusal(form)) return c.refuse(form.type, form.facts);
  const { sections, fields } = form;
  await c.tx.form.create({ data: { districtId: c.district, callId: call, version, sections: json(sections), fields: json(fields), at: c.now } });
  return fields.length;
}
