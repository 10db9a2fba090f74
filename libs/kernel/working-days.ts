import chineseDays from 'chinese-days';

const DAY = 86_400_000;
const LAST_PUBLISHED_YEAR = 2026;

/** Where a term ends, and whether its days rest on a holiday notice that is not published yet. */
export interface Term {
  readonly endsOn: string;
  readonly provisional: boolean;
}

/**
 * The last day of a term of `days` working days that begins on `start` (YYYY-MM-DD, local).
 * The first day does not count (Civil Code, article 201) unless `firstDayCounts`;
 * public holidays and make-up working days follow the State Council's yearly notices.
 */
export function workingDaysFrom(start: string, days: number, firstDayCounts = false): Term {
  let at = Date.parse(`${start}T00:00:00Z`) - (firstDayCounts ? DAY : 0);
  for (let counted = 0; counted < days; ) {
    at += DAY;
    if (chineseDays.isWorkday(isoDay(at))) counted++;
  }
  const endsOn = isoDay(at);
  return { endsOn, provisional: Number(endsOn.slice(0, 4)) > LAST_PUBLISHED_YEAR };
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

function offsetAt(instant: number, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(instant);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - instant;
}
