import chineseDays from 'chinese-days';
import { daysAfter } from './quarter.js';

const DAY = 86_400_000;
const LAST_PUBLISHED_YEAR = 2026;

/** Whether a day (YYYY-MM-DD) is worked where someone has said so; undefined where the calendar says. */
export type WorkedOn = (day: string) => boolean | undefined;

/** Whether a day (YYYY-MM-DD) is worked by the State Council's notices. */
export const isWorkday = (day: string): boolean => chineseDays.isWorkday(day);

/** Where a term ends, and whether its days rest on a holiday notice that is not published yet. */
export interface Term {
  readonly endsOn: string;
  readonly provisional: boolean;
}

/**
 * The last day of a term of `days` working days that begins on `start` (YYYY-MM-DD, local).
 * The first day does not count (Civil Code, article 201) unless `firstDayCounts`;
 * public holidays and make-up working days follow the State Council's yearly notices, where `worked` says nothing else.
 */
export function workingDaysFrom(start: string, days: number, { firstDayCounts = false, worked = () => undefined }: { firstDayCounts?: boolean; worked?: WorkedOn } = {}): Term {
  let at = Date.parse(`${start}T00:00:00Z`) - (firstDayCounts ? DAY : 0);
  for (let counted = 0; counted < days; ) {
    at += DAY;
    if (worked(isoDay(at)) ?? isWorkday(isoDay(at))) counted++;
  }
  const endsOn = isoDay(at);
  return { endsOn, provisional: Number(endsOn.slice(0, 4)) > LAST_PUBLISHED_YEAR };
}

/** The days of a year that the State Council's notice declares off or worked, with the holiday's names; none where the notice is not out yet. */
export function publicHolidays(year: string): { readonly day: string; readonly zh: string; readonly en: string; readonly worked: boolean }[] {
  const first = Date.parse(`${year}-01-01T00:00:00Z`);
  const days = Array.from({ length: 366 }, (_, n) => isoDay(first + n * DAY)).filter((day) => day.startsWith(year));
  return days.flatMap((day) => {
    const { name, work } = chineseDays.getDayDetail(day);
    const [en, zh] = name.split(',');
    return zh === undefined ? [] : [{ day, zh, en: en!, worked: work }];
  });
}

const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10);

/** The calendar day (YYYY-MM-DD) of an instant in a time zone such as Asia/Shanghai. */
export const localDay = (instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant);

/**
 * The instant at which a local day ends in `timeZone` (the first millisecond of the next day).
 * Found from the zone's own offset at that time, so that it holds across changes of the clock.
 */
export function endOfLocalDay(day: string, timeZone: string): Date {
  const next = Date.parse(`${day}T00:00:00Z`) + DAY;
  return new Date(next - offsetAt(next - offsetAt(next, timeZone), timeZone));
}

/** The time of day (HH:MM) of an instant in a time zone. */
export const localTime = (instant: Date, timeZone: string): string => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(instant);

/** The instant of a time of day (HH:MM) on a local day in `timeZone`. */
export const localInstant = (day: string, time: string, timeZone: string): Date => new Date(endOfLocalDay(daysAfter(day, -1), timeZone).getTime() + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000);

function offsetAt(instant: number, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(instant);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - instant;
}
