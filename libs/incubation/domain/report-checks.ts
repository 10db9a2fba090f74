import type { Mistake } from '#kernel';
import { figureKind, FIGURES, type FigureKey, type Figures } from './figures.js';

/** Figures of which the first can't be more than the second. */
const WITHIN: readonly (readonly [FigureKey, FigureKey])[] = [
  ['doctors', 'college'], ['college', 'staff'], ['doctors', 'staff'], ['returned', 'staff'], ['exports', 'revenue'],
  ['inventionsApplied', 'ipApplied'], ['inventionsGranted', 'ipGranted'], ['validInventions', 'validIp'], ['validUtility', 'validIp'], ['validSoftware', 'validIp'],
];

/** What can't be true together, whatever was reported before. */
export function contradictionsIn(figures: Figures): Mistake[] {
  return WITHIN.flatMap(([part, whole]) => {
    const [a, b] = [figures[part], figures[whole]];
    if (a === undefined || b === undefined || a <= b) return [];
    const [one, other] = [figureKind(part)!, figureKind(whole)!];
    return [{ field: `figures.${part}`, words: { zh: `“${one.zh}”不能多于“${other.zh}”。`, en: `There can’t be more "${one.en}" than "${other.en}".` } }];
  });
}

/** A figure far from those before, and what it may have been meant to be. */
export interface Doubt {
  readonly field: FigureKey;
  readonly given: number;
  readonly usual: number;
  readonly meant: number | null;
}

/** From ten times the usual on, either way, a figure is asked about. */
const JUMP = 10;
/** Below these (10,000 yuan; ten of a count) ten times as much is nothing unusual. */
const FLOOR = { fen: 1_000_000, count: 10 } as const;
/** So many reports make what is usual. */
const LOOKS_BACK = 4;
const MOST_SLIP = 4;

/**
 * The figures that are ten times or more what was usual, or a tenth of it or less: usual is the median of the last four
 * reports, brought to the same number of months. Where some power of ten brings a figure within twice or half of that, a
 * decimal has probably slipped, and `meant` says to what.
 *
 * @param before earlier reports, in order of time; `months` each covers
 */
export function doubtsAbout(figures: Figures, months: number, before: readonly { readonly figures: Figures; readonly months: number }[]): Doubt[] {
  return FIGURES.flatMap(({ key, unit, as }): Doubt[] => {
    const given = figures[key];
    const earlier = before.flatMap((report) => (report.figures[key] === undefined ? [] : [as === 'flow' ? (report.figures[key] * months) / report.months : report.figures[key]])).slice(-LOOKS_BACK);
    if (given === undefined || earlier.length === 0) return [];
    const usual = Math.round(median(earlier));
    const [high, low] = [Math.max(Math.abs(given), Math.abs(usual)), Math.min(Math.abs(given), Math.abs(usual))];
    if (low === 0 || high < FLOOR[unit] || high < JUMP * low) return [];
    return [{ field: key, given, usual, meant: slipped(given, usual) }];
  });
}

function slipped(given: number, usual: number): number | null {
  for (let power = 1; power <= MOST_SLIP; power++)
    for (const meant of [given / 10 ** power, given * 10 ** power]) if (Number.isInteger(meant) && meant / usual >= 0.5 && meant / usual <= 2) return meant;
  return null;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** A doubt in words, for whoever fills the report in. */
export function doubtWords({ field, given, usual, meant }: Doubt): Mistake {
  const { zh, en, unit } = figureKind(field)!;
  const show = (value: number) => (unit === 'fen' ? (value / 100).toLocaleString('en-US', { maximumFractionDigits: 2 }) : String(value));
  const [yuan, inYuan] = unit === 'fen' ? [' 元', ' yuan'] : ['', ''];
  const [asked, askedEn] = meant === null ? ['', ''] : [`是否应为 ${show(meant)}${yuan}（小数点错位）？`, ` Should it be ${show(meant)}${inYuan} (a decimal slipped)?`];
  return {
    field: `figures.${field}`,
    words: { zh: `“${zh}”填 ${show(given)}${yuan}，往期约 ${show(usual)}${yuan}。${asked}`, en: `"${en}" is ${show(given)}${inYuan}; it was about ${show(usual)}${inYuan} before.${askedEn}` },
  };
}
