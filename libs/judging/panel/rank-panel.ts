import { Decimal, roundHalfUp } from '#kernel';
import { marksOf, type Marks } from '../marks.js';
import { medianScores, standardisedScores, type Scores } from '../results/averages.js';
import { bordaScores } from '../results/borda.js';
import { rank } from '../results/rank.js';
import { trimmedMean } from '../results/score.js';
import { severityModel } from '../results/severity.js';
import { lotOf } from './lot.js';
import type { PanelRule, TieKey } from './panel-rule.js';

/** One judge's sheet of one entry: a mark for each criterion, as decimals in text. */
export interface JudgedSheet {
  readonly entry: string;
  readonly judge: string;
  readonly marks: Readonly<Record<string, string>>;
}

/** All that a ranking is made of. */
export interface Judged {
  readonly entries: readonly string[];
  /** What each criterion's mark counts. */
  readonly weights: Readonly<Record<string, number>>;
  readonly sheets: readonly JudgedSheet[];
  /** The seed of the lot, for rules whose ties end in one. */
  readonly lot?: string;
  /** Votes of the public that make `share` of the score: an entry's votes over the most that one has, times `points`. */
  readonly publicVote?: { readonly share: number; readonly points: number; readonly votes: Readonly<Record<string, number>> };
}

/** An entry with its score and its place; nothing of either where no sheet is in. */
export interface Placed {
  readonly entry: string;
  readonly score: string | null;
  readonly rank: number | null;
  readonly tied: boolean;
  readonly sheets: number;
  /** The mean of each criterion's marks. */
  readonly criteria: Readonly<Record<string, string>>;
  /** The figures that decide between equal scores, in the rule's order. */
  readonly keys: readonly string[];
}

/** The total of a sheet: its marks times their weights, exact. */
export const sheetTotal = (weights: Judged['weights'], { marks }: Pick<JudgedSheet, 'marks'>): Decimal =>
  Object.entries(weights).reduce((sum, [criterion, weight]) => sum.plus(new Decimal(marks[criterion] ?? 0).times(weight)), new Decimal(0));

/**
 * Ranks entries by a rule, the best first, then those without a score. It is the only way from marks to places: of the
 * same sheets, in whatever order they come, it makes the same ranking on every machine.
 */
export function rankPanel(rule: PanelRule, judged: Judged): Placed[] {
  const order = (a: string, b: string) => (a < b ? -1 : 1);
  const entries = [...judged.entries].sort(order);
  const sheets = [...judged.sheets].sort((a, b) => order(`${a.entry} ${a.judge}`, `${b.entry} ${b.judge}`)).map((sheet) => ({ ...sheet, total: sheetTotal(judged.weights, sheet) }));
  const ofEntry = Map.groupBy(sheets, ({ entry }) => entry);
  const scores = scoresBy(rule, entries, sheets, (entry) => (ofEntry.get(entry) ?? []).map(({ total }) => total));
  const scored = entries.map((entry, e) => {
    const own = ofEntry.get(entry) ?? [];
    const panel = scores[e] ?? null;
    const score = panel && roundHalfUp(withVotes(panel, entry, judged.publicVote), rule.places);
    const meanOf = (criterion: string) => mean(own.map(({ marks }) => new Decimal(marks[criterion] ?? 0)));
    const criteria = own.length === 0 ? {} : Object.fromEntries(Object.keys(judged.weights).map((criterion) => [criterion, roundHalfUp(meanOf(criterion), rule.places)]));
    const keys = own.length === 0 ? [] : rule.ties.map((tie) => tieKey(tie, { entry, lot: judged.lot, totals: own.map(({ total }) => total), meanOf }));
    return { entry, score, sheets: own.length, criteria, keys };
  });
  const places = new Map(rank(scored.flatMap(({ entry, score, keys }) => (score === null ? [] : [{ id: entry, total: score, keys }]))).map((one, n) => [one.id, { ...one, n }]));
  return scored
    .map((one) => ({ ...one, rank: places.get(one.entry)?.rank ?? null, tied: places.get(one.entry)?.tied ?? false }))
    .sort((a, b) => (places.get(a.entry)?.n ?? Infinity) - (places.get(b.entry)?.n ?? Infinity) || order(a.entry, b.entry));
}

const mean = (values: readonly Decimal[]): Decimal => values.reduce((sum, value) => sum.plus(value), new Decimal(0)).div(values.length);

type Totalled = JudgedSheet & { readonly total: Decimal };

/** Each entry's score, unrounded; null of one that nobody marked. */
function scoresBy({ scoring, drop, dropFrom }: PanelRule, entries: readonly string[], sheets: readonly Totalled[], totals: (entry: string) => Decimal[]): (Decimal | null)[] {
  if (scoring === 'mean') return entries.map((entry) => trimmedMean(totals(entry), 0, 0));
  if (scoring === 'trimmed-mean') return entries.map((entry) => trimmedMean(totals(entry), drop, dropFrom));
  const marks = marksAs(entries, sheets);
  const scores: Record<Exclude<typeof scoring, 'mean' | 'trimmed-mean'>, () => Scores> = {
    median: () => medianScores(marks),
    standardised: () => standardisedScores(marks).scores,
    severity: () => severityModel(marks).scores,
    borda: () => bordaScores(marks).map((score) => score && 100 * score),
  };
  return scores[scoring]().map((score) => (score === null ? null : new Decimal(score)));
}

/** The sheets' totals as columns of numbers; entries and judges by the order of their names. */
export function marksAs(entries: readonly string[], sheets: readonly Totalled[]): Marks {
  const judges = [...new Set(sheets.map(({ judge }) => judge))].sort((a, b) => (a < b ? -1 : 1));
  const [e, j] = [new Map(entries.map((entry, n) => [entry, n])), new Map(judges.map((judge, n) => [judge, n]))];
  return marksOf(entries.length, judges.length, sheets.flatMap(({ entry, judge, total }) => (e.has(entry) ? [{ entry: e.get(entry)!, judge: j.get(judge)!, value: total.toNumber() }] : [])));
}

function withVotes(score: Decimal, entry: string, vote: Judged['publicVote']): Decimal {
  if (!vote) return score;
  const most = Math.max(0, ...Object.values(vote.votes));
  const theirs = most === 0 ? new Decimal(0) : new Decimal(vote.votes[entry] ?? 0).div(most).times(vote.points);
  return score.times(new Decimal(1).minus(vote.share)).plus(theirs.times(vote.share));
}

function tieKey(tie: TieKey, { entry, lot, totals, meanOf }: { entry: string; lot: string | undefined; totals: readonly Decimal[]; meanOf: (criterion: string) => Decimal }): string {
  switch (tie.by) {
    case 'criterion':
      return meanOf(tie.criterion).toString();
    case 'high-marks':
      return new Decimal(totals.filter((total) => total.gte(tie.atLeast)).length).div(totals.length).toString();
    case 'all-marks':
      return mean(totals).toString();
    case 'lot':
      return lot === undefined ? '0' : String(lotOf(lot, entry));
  }
}
