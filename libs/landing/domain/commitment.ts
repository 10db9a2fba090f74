import { daysAfter, daysBetween, splitFen } from '#kernel';

/** What was promised of one thing by a day: investment in all, jobs there are; output, tax and output by 亩 in each year from then on. Fen, or people. */
export interface Promised {
  readonly what: 'investment' | 'output' | 'tax' | 'jobs' | 'output-per-mu';
  readonly amount: number;
  readonly from: string;
  readonly by: string;
}

type Standing = 'not-due' | 'ahead' | 'on-course' | 'behind';

/** What a contract says follows where less than a part of a promise is kept. */
export interface Consequence {
  readonly belowPercent: number;
  readonly follows: string;
}

export interface Judged {
  readonly what: Promised['what'];
  readonly promised: number;
  readonly by: string;
  readonly expected: number;
  readonly actual: number;
  readonly percent: number | null;
  readonly standing: Standing;
  readonly follows: readonly string[];
}

const AHEAD = 110;
const BEHIND = 90;

/** The part of a promise that should be there on a day, with `year` the year that it is judged in. */
function dueShare({ what, from, by }: Promised, year: string, day: string): number {
  if (what === 'investment') return day >= by ? 1 : day <= from ? 0 : daysBetween(from, day) / Math.max(1, daysBetween(from, by));
  if (what === 'jobs') return day >= by ? 1 : 0;
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const begins = by > first ? by : first;
  return day < begins ? 0 : (daysBetween(begins, day) + 1) / (daysBetween(first, last) + 1);
}

/**
 * A promise against what there is on a day. Investment grows evenly from the day it was promised to its last day; jobs are due
 * from their day on; what is promised by the year is due for the days of the year since then. Under nine tenths of what is due
 * is behind, eleven tenths or more ahead. What the contract says follows is told once the day, and for yearly promises the year, is over.
 */
export function judgePromise(promise: Promised, actual: number, year: string, day: string, consequences: readonly Consequence[]): Judged {
  const { what, amount, by } = promise;
  const expected = Math.round(amount * dueShare(promise, year, day));
  const percent = expected === 0 ? null : Math.floor((100 * actual) / expected);
  const standing = percent === null ? (actual > 0 ? 'ahead' : 'not-due') : percent >= AHEAD ? 'ahead' : percent < BEHIND ? 'behind' : 'on-course';
  const over = what === 'investment' || what === 'jobs' ? day >= by : daysAfter(day, 1) > `${year}-12-31` && day >= by;
  return { what, promised: amount, by, expected, actual, percent, standing, follows: over && percent !== null ? consequences.filter(({ belowPercent }) => percent < belowPercent).map(({ follows }) => follows) : [] };
}

/** An amount between the district and its partner by the partner's share in basis points, to the fen. */
export function shareOut(amount: bigint, partnerShare: number): { own: bigint; partner: bigint } {
  const [own, partner] = splitFen(amount, [BigInt(10_000 - partnerShare), BigInt(partnerShare)]);
  return { own: own!, partner: partner! };
}
