import { daysAfter, hundredths, monthsAfter, monthsBetween, type Facts } from '#kernel';
import { figuresOfYear, type Figures, type ReportFacts } from './figures.js';

interface FirmSeen {
  readonly field: string | null;
  readonly graduatedOn: string | null;
  readonly registeredOn: string | null;
  readonly enteredOn: string;
  /** Whether it is in the platform now. */
  readonly here: boolean;
  readonly reports: readonly ReportFacts[];
  readonly investments: readonly { readonly on: string; readonly equity: boolean }[];
}

/** All that a platform's recognition is judged by, as the records have it. */
export interface PlatformSeen {
  readonly today: string;
  readonly runningSince: string | null;
  readonly stated: Facts;
  readonly units: readonly { readonly use: string; readonly area: number; readonly desks: number; readonly letTo: boolean }[];
  readonly staff: readonly { readonly professional: boolean; readonly fullTime: boolean }[];
  readonly mentors: number;
  /** Days of activities. */
  readonly activities: readonly string[];
  readonly firms: readonly FirmSeen[];
}

const share = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : hundredths((100 * part) / whole));

/** What the rules of recognition see: counted from the records, and beside it what the manager states and nobody can count. */
export function recognitionFacts({ today, runningSince, stated, units, staff, mentors, activities, firms }: PlatformSeen): Facts {
  const here = firms.filter((firm) => firm.here);
  const graduates = firms.filter(({ graduatedOn }) => graduatedOn !== null);
  const area = units.reduce((sum, unit) => sum + unit.area, 0);
  const used = units.filter(({ use, letTo }) => letTo || use === 'public').reduce((sum, unit) => sum + unit.area, 0);
  const professionals = staff.filter(({ professional }) => professional).length;
  const yearAgo = monthsAfter(today, -12);
  const lastYear = String(Number(today.slice(0, 4)) - 1);
  const of = (test: (firm: FirmSeen) => boolean) => share(here.filter(test).length, here.length);
  const financedSince = (day: string) => (firm: FirmSeen) => firm.investments.some(({ on }) => on > day) || firm.reports.some(({ period, figures }) => (figures.funding ?? 0) > 0 && period >= day.slice(0, 4));
  return {
    ...stated,
    ...(runningSince !== null && { 'months-running': monthsBetween(runningSince, daysAfter(today, 1)) - 1 }),
    area: hundredths(area),
    desks: units.reduce((sum, unit) => sum + unit.desks, 0),
    'used-area-share': share(used, area),
    incubatees: here.length,
    'incubatees-per-1000': area === 0 ? undefined : hundredths((1000 * here.length) / area),
    graduates: graduates.length,
    'financed-share': of((firm) => firm.investments.length > 0 || firm.reports.some(({ figures }) => (figures.funding ?? 0) > 0)),
    'financing-cases': firms.filter(({ investments }) => investments.length > 0).length,
    'financed-last-year': firms.filter(financedSince(yearAgo)).length,
    'financed-last-year-share': of(financedSince(yearAgo)),
    'own-equity-share': of(({ investments }) => investments.some(({ on, equity }) => equity && on > yearAgo)),
    'growing-share': of(({ reports }) => grew(figuresOfYear(reports, String(Number(lastYear) - 1)), figuresOfYear(reports, lastYear))),
    'professional-share': share(professionals, staff.length),
    'full-time-staff': staff.filter(({ fullTime }) => fullTime).length,
    'professionals-per-ten': here.length === 0 ? undefined : hundredths((10 * professionals) / here.length),
    mentors,
    'mentors-per-ten': here.length === 0 ? undefined : hundredths((10 * mentors) / here.length),
    'patent-applied-share': of(({ reports }) => reports.some(({ figures }) => (figures.inventionsApplied ?? 0) + (figures.ipApplied ?? 0) > 0)),
    'valid-ip-share': of(({ reports }) => (reports.at(-1)?.figures.validIp ?? 0) > 0),
    'one-field-share': share(Math.max(0, ...[...Map.groupBy(here, ({ field }) => field)].map(([field, own]) => (field === null ? 0 : own.length))), here.length),
    'became-firms': firms.filter(({ registeredOn, enteredOn }) => registeredOn !== null && registeredOn >= enteredOn && registeredOn > yearAgo).length,
    'events-last-year': activities.filter((on) => on > yearAgo && on <= today).length,
  };
}

const grew = (before: Figures, after: Figures): boolean => (['revenue', 'research'] as const).some((key) => (before[key] ?? 0) > 0 && (after[key] ?? 0) > 1.2 * before[key]!);
