import { Anything, Choice, command, FactsField, Flag, Instant, List, Part, Text, timeZoneOf, Whole, type Context, type Prisma } from '#platform';
import { isRefusal } from '#kernel';
import { callDrafted, callMachine, cutBeyondShortlist, opensAfterClosing, prizesDontAddUp, type Prize } from '../domain/call.js';
import { checkColumns, type DerivedColumn } from '../domain/derived-column.js';
import { checkPlans } from '../domain/round-plan.js';
import { planOf, RoundInput } from '../inputs/round-input.js';
import { readForm } from '../domain/form/definition.js';
import { LATE_RULES, type LateRule } from '../domain/late.js';
import { ELIGIBILITY_KEYS } from '../rules/index.js';
import { callKind, contestKind } from './kinds.js';

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

export class DiligenceItemInput {
  @Text({ max: 40, example: 'equity' }) key!: string;
  @Part(() => WordsInput) words!: WordsInput;
}

export class ColumnInput implements DerivedColumn {
  @Text({ max: 40, example: 'potential' }) key!: string;
  @Text({ max: 100, example: '潜力' }) name!: string;
  @Text({ max: 500, example: 'mean("market") + 0.1 * answer("staff")', description: 'A formula: see docs/running-an-edition.md' }) formula!: string;
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
  @List(() => RoundInput, { max: 10, description: 'How it is judged, round after round' }) rounds!: RoundInput[];
  @Whole({ min: 1, max: 1000 }) shortlist!: number;
  @Whole({ min: 1, max: 1000 }) awards!: number;
  @List(() => PrizeInput, { optional: true, min: 0, max: 20, description: 'The awards by name; their places add up to `awards`' }) prizes?: PrizeInput[];
  @Whole({ min: 1, max: 30, description: 'Days for objections' }) announceDays!: number;
  @Choice(['working', 'calendar'], { optional: true, description: 'Which days: working days unless said otherwise' }) announceUnit?: 'working' | 'calendar';
  @Flag({ optional: true, description: 'The day of the announcement counts; it does not unless this is true' }) firstDayCounts?: boolean;
  @Whole({ optional: true, min: 1, max: 60, description: 'Working days within which an objection is answered' }) answerDays?: number;
  @List(() => DiligenceItemInput, { optional: true, min: 0, max: 30, description: 'What is looked into before an award' }) diligence?: DiligenceItemInput[];
  @List(() => ColumnInput, { optional: true, min: 0, max: 20, description: 'Columns derived by formulas, for the office' }) columns?: ColumnInput[];
  @FactsField({ optional: true, example: { 'applicant-age': 40 }, description: 'Figures of the eligibility rule that this edition sets otherwise, by metric' }) thresholds?: Record<string, number | boolean | string>;
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
  const { name, group, eligibilityRule, shortlist, awards, announceDays, prizes = [], timeline = [], diligence = [], columns = [] } = input;
  if (awards > shortlist) c.refuse(cutBeyondShortlist, { awards, shortlist });
  const sum = prizes.reduce((total, { places }) => total + places, 0);
  if (prizes.length > 0 && sum !== awards) c.refuse(prizesDontAddUp, { sum, awards });
  const [opensAt, closesAt] = [input.opensAt === undefined ? null : new Date(input.opensAt), new Date(input.closesAt)];
  if (opensAt && opensAt >= closesAt) c.refuse(opensAfterClosing);
  const rounds = input.rounds.map(planOf);
  for (const wrong of [checkPlans(rounds), checkColumns(columns, rounds)]) if (wrong) c.refuse(wrong.type, wrong.facts);
  return {
    ...{ name, group, eligibilityRule, opensAt, closesAt, shortlist, awards, announceDays, timeZone: await timeZoneOf(c) },
    ...{ lateRule: input.lateRule ?? 'refuse', lateMinutes: input.lateMinutes ?? 0, plans: json(rounds), prizes: json(prizes) },
    ...{ announceUnit: input.announceUnit ?? 'working', firstDayCounts: input.firstDayCounts ?? false, answerDays: input.answerDays ?? 10, diligence: json(diligence), columns: json(columns), thresholds: json(input.thresholds ?? {}) },
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
