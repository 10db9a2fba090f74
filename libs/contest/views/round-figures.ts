import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { marksAs, nextReviews, panelStatistics, rankCertainty, reviewsFor, sheetTotal, standardisedScores, varianceParts } from '#judging';
import { Database, notFound, Permissions, type Actor } from '#platform';
import { derive, type DerivedColumn } from '../domain/derived-column.js';
import { whatIf } from '../domain/what-if.js';
import { weightsOf, type RoundPlan } from '../domain/round-plan.js';
import { submittedContent } from '../facts/content.js';
import { namesOf } from '../facts/names-of.js';
import { materialOf } from '../facts/ranking.js';
import { plansOf, planOfRound } from '../facts/round-plan.js';
import { isTooNear } from '../facts/too-near.js';
import { scoreText } from '../facts/results.js';

/** Resamples for the certainty that is shown while one waits. */
const RESAMPLES = 2000;
const MOST_NEXT = 20;
/** A chance nearer to 0 or 1 than that is taken for settled. */
const SURE = 0.02;

/** What the office reads out of a round's marks before anyone decides: other rules, certainty, judges, columns of its own. */
@Injectable()
export class RoundFiguresView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  /** The ranking under every rule side by side, who would change sides at the cut, and how sure the cut is. */
  async whatIf(actor: Actor, id: string, cut?: number) {
    const round = await this.marked(actor, id);
    if (!round) return refuse(notFound, { kind: 'round', id });
    const plan = planOfRound(round);
    const material = await materialOf(this.database.prisma, actor.district, round);
    const places = cut ?? cutOf(plan, round.call, material.entries.length);
    const { entries, marks } = totals(plan, material);
    const certainty = marks.value.length === 0 ? null : await rankCertainty(marks, { places, resamples: RESAMPLES });
    const titles = await this.titles(actor, material.entries);
    return {
      round: id,
      cut: places,
      rules: whatIf(plan, material, places).map(({ ranking, ...rule }) => ({ ...rule, ranking: ranking.map(({ entry, score, rank, tied }) => ({ entry, title: titles.get(entry), score, rank, tied })) })),
      stability: certainty?.stability ?? null,
      certainty: certainty && entries.map((entry, e) => ({ entry, title: titles.get(entry), above: certainty.above[e], ranks: certainty.intervals[e] })),
      // Only where a review may still change sides: of thousands of entries most are far from the cut.
      next: nextReviews(marks, places, (entry) => isOpen(certainty?.above[entry] ?? null)).slice(0, MOST_NEXT).map(({ entry }) => ({ entry: entries[entry], title: titles.get(entries[entry]!) })),
      reviews: marks.value.length === 0 ? [] : reviewsFor(varianceParts(marks), { entries: entries.length, places, most: 8, rounds: 50 }),
    };
  }

  /** How judges marked: severity, consistency, agreement, each with the number of marks behind it. */
  async raters(actor: Actor, id: string) {
    const round = await this.marked(actor, id);
    if (!round) return refuse(notFound, { kind: 'round', id });
    const material = await materialOf(this.database.prisma, actor.district, round);
    const { marks, judges } = totals(planOfRound(round), material);
    const people = await namesOf(this.database.prisma, actor.district, judges);
    const { judges: statistics, ...panel } = panelStatistics(marks);
    return { round: id, ...panel, judges: statistics.map((one) => ({ ...one, judge: judges[one.judge], name: people.get(judges[one.judge]!) })) };
  }

  /** Every entry with its score and the columns that the office derives, each value with how it came about; and whose marks could not be brought to the scale of all. */
  async table(actor: Actor, id: string) {
    const { prisma } = this.database;
    const round = await this.marked(actor, id);
    if (!round) return refuse(notFound, { kind: 'round', id });
    const plan = planOfRound(round);
    const columns = round.call.columns as unknown as DerivedColumn[];
    const material = await materialOf(prisma, actor.district, round);
    const sheets = Map.groupBy(material.sheets, ({ entry }) => entry);
    const standings = await prisma.standing.findMany({ where: { districtId: actor.district, roundId: id }, include: { entry: { select: { title: true, field: true } } }, orderBy: [{ rank: 'asc' }, { entryId: 'asc' }] });
    const rows = await Promise.all(
      standings.map(async (standing) => {
        const content = await submittedContent(prisma, actor.district, standing.entryId);
        const own = sheets.get(standing.entryId) ?? [];
        const number = (value: unknown) => (typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : null);
        const facts = {
          marks: (criterion: string) => own.flatMap((sheet) => (criterion === 'total' ? [sheetTotal(weightsOf(plan), sheet).toNumber()] : sheet.marks[criterion] === undefined ? [] : [Number(sheet.marks[criterion])])),
          score: standing.total?.toNumber() ?? null,
          rank: standing.rank,
          answer: (field: string) => number(content?.answers[field]) ?? number(content?.facts[field]),
        };
        const derived = Object.fromEntries(columns.map((column) => [column.key, derive(column, facts)]));
        return { entry: standing.entryId, title: standing.entry.title, field: standing.entry.field, score: scoreText(round, standing.total), rank: standing.rank, tied: standing.tied, disputed: standing.disputed, room: standing.room, spread: spreadOf(own.map((sheet) => sheetTotal(weightsOf(plan), sheet).toNumber())), criteria: standing.sections as Record<string, string> | null, sheets: own.length, columns: derived };
      }),
    );
    const left = plan.scoring === 'standardised' ? leftAsTheyAre(plan, material) : [];
    const people = await namesOf(prisma, actor.district, left.map(({ judge }) => judge));
    return { round: id, columns, rows, leftAsTheyAre: left.map((one) => ({ ...one, name: people.get(one.judge) ?? null })) };
  }

  /** The round, for whoever may see all its marks: not for someone who is too near to one of its entries. */
  private async marked(actor: Actor, id: string) {
    const { prisma } = this.database;
    const round = await prisma.round.findFirst({ where: { AND: [this.permissions.where(actor, 'run', 'Round'), { id }] }, include: { call: true } });
    if (!round || round.plan === null) return null;
    return (await isTooNear(prisma, actor, round.callId)) ? null : round;
  }

  private async titles(actor: Actor, entries: readonly string[]) {
    return new Map((await this.database.prisma.entry.findMany({ where: { districtId: actor.district, id: { in: [...entries] } }, select: { id: true, title: true } })).map(({ id, title }) => [id, title]));
  }
}

/** Points between the highest and the lowest sheet; of one alone there is none. */
const spreadOf = (totals: readonly number[]): number | null => (totals.length < 2 ? null : Math.max(...totals) - Math.min(...totals));

const isOpen = (above: number | null): boolean => above !== null && above > SURE && above < 1 - SURE;

/** Marks as numbers; none of picks and pairs, which are no marks. */
function totals(plan: RoundPlan, { entries: all, sheets: handedIn }: Awaited<ReturnType<typeof materialOf>>) {
  const sheets = plan.rubric.length > 0 ? handedIn : [];
  const entries = [...all].sort((a, b) => (a < b ? -1 : 1));
  const judges = [...new Set(sheets.map(({ judge }) => judge))].sort((a, b) => (a < b ? -1 : 1));
  return { entries, judges, marks: marksAs(entries, sheets.map((sheet) => ({ ...sheet, total: sheetTotal(weightsOf(plan), sheet) }))) };
}

/** Judges whose marks could not be brought to the scale of all. */
function leftAsTheyAre(plan: RoundPlan, material: Awaited<ReturnType<typeof materialOf>>) {
  const { judges, marks } = totals(plan, material);
  return standardisedScores(marks).leftAsTheyAre.map(({ judge, why }) => ({ judge: judges[judge]!, why }));
}

/** Where the round cuts: its quota, or what its call gives out when it is the last. */
function cutOf({ advance }: RoundPlan, call: { readonly plans: unknown; readonly awards: number }, entries: number): number {
  if (advance?.by === 'quota') return advance.places;
  if (advance?.by === 'group-share') return Math.ceil(advance.share * entries);
  return advance || plansOf(call).length === 0 ? Math.ceil(entries / 2) : call.awards;
}
