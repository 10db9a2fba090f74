import { cadenceOf, daysAfter, firstDayOfPeriod, lastDayOfPeriod, monthsOf, periodOf, type Cadence, type Facts, nextPeriod } from '#kernel';
import type { ReportFacts } from './figures.js';
import { REPORT_DAYS } from './report.js';

const DAY = 86_400_000;
/** The signs in the order in which they press. */
export const URGENCY = ['cash-months', 'days-left', 'reports-late', 'staff-change', 'milestones-late', 'milestone-moves'] as const;

export interface FirmOnDay {
  readonly today: string;
  /** The day it came in, from which it reports. */
  readonly since: string;
  readonly contractTo: string;
  readonly cadence: Cadence;
  readonly reports: readonly ReportFacts[];
  readonly milestones: readonly { readonly dueOn: string; readonly reachedOn: string | null; readonly moved: readonly string[] }[];
}

/** What the rule of health sees of a firm on a day; what its reports don't say is unknown. */
export function healthFacts({ today, since, contractTo, cadence, reports, milestones }: FirmOnDay): Facts {
  const ordered = [...reports].sort((a, b) => (a.period < b.period ? -1 : 1));
  const open = milestones.filter(({ reachedOn }) => reachedOn === null);
  return {
    'cash-months': cashMonths(ordered),
    'days-left': Math.round((Date.parse(contractTo) - Date.parse(today)) / DAY),
    'reports-late': missing(ordered, since, cadence, today).length,
    'milestones-late': open.filter(({ dueOn }) => dueOn < today).length,
    'milestone-moves': Math.max(0, ...open.map(({ moved }) => moved.length)),
    'staff-change': staffChange(ordered),
  };
}

/** For how many months the cash lasts at the pace of the last reports of half a year; so long as more comes in than goes out, for ever. */
function cashMonths(ordered: readonly ReportFacts[]): number | undefined {
  const last = ordered.at(-1);
  if (last?.figures.cash === undefined) return undefined;
  let [months, burnt] = [0, 0];
  for (const { period, figures } of [...ordered].reverse()) {
    if (months >= 6 || figures.spending === undefined) break;
    months += monthsOf(period);
    burnt += figures.spending - (figures.revenue ?? 0) - (figures.funding ?? 0);
  }
  if (months === 0) return undefined;
  return burnt <= 0 ? 999 : Math.floor((10 * last.figures.cash) / (burnt / months)) / 10;
}

/** Staff in the last report against the most in the year before it, in percent. */
function staffChange(ordered: readonly ReportFacts[]): number | undefined {
  const last = ordered.at(-1);
  if (last?.figures.staff === undefined) return undefined;
  const yearBefore = `${Number(lastDayOfPeriod(last.period).slice(0, 4)) - 1}${lastDayOfPeriod(last.period).slice(4)}`;
  const most = Math.max(0, ...ordered.slice(0, -1).filter(({ period }) => lastDayOfPeriod(period) >= yearBefore).map(({ figures }) => figures.staff ?? 0));
  return most === 0 ? undefined : Math.round((1000 * (last.figures.staff - most)) / most) / 10;
}

/** The periods since a firm came in whose report is due and not there. */
export function missing(reports: readonly { readonly period: string }[], since: string, cadence: Cadence, today: string): string[] {
  const late: string[] = [];
  for (let period = periodOf(since, cadence); daysAfter(lastDayOfPeriod(period), REPORT_DAYS) < today; period = nextPeriod(period))
    if (!reports.some((report) => report.period === period || covers(report.period, period))) late.push(period);
  return late;
}

/** Whether one period lies in another, or a month of it was reported where the cadence has changed since. */
const covers = (reported: string, period: string): boolean => cadenceOf(reported) !== cadenceOf(period) && firstDayOfPeriod(reported) <= lastDayOfPeriod(period) && lastDayOfPeriod(reported) >= firstDayOfPeriod(period);
