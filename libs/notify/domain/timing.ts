import { daysAfter, localDay, localInstant } from '#kernel';
import type { Mailing } from './notice.js';

/** How someone wants his mails; times of day are local, HH:MM. */
export interface Habits {
  readonly quiet: { readonly from: string; readonly to: string } | null;
  readonly gatheredAt: string;
  readonly workdaysOnly: boolean;
}

export const HABITS: Habits = { quiet: null, gatheredAt: '08:30', workdaysOnly: false };

/** When a mail goes out, and whether with others; `off` where it does not. */
export type Timing = { readonly at: Date; readonly gathered: boolean } | 'off';

/**
 * When a notice's mail goes out that is ready at `now`: at once outside of quiet hours and days off, or at the next hour of
 * gathering. What `alone` is true of goes at once whatever else was said.
 */
export function timingOf({ mailing, alone, habits, now, timeZone, worked }: { mailing: Mailing; alone: boolean; habits: Habits; now: Date; timeZone: string; worked: (day: string) => boolean }): Timing {
  if (alone) return { at: now, gathered: false };
  if (mailing === 'never') return 'off';
  const from = mailing === 'daily' ? nextHour(now, habits.gatheredAt, timeZone) : afterQuiet(now, habits.quiet, timeZone);
  if (!habits.workdaysOnly || worked(localDay(from, timeZone))) return { at: from, gathered: mailing === 'daily' };
  let day = localDay(from, timeZone);
  do day = daysAfter(day, 1);
  while (!worked(day));
  return { at: afterQuiet(localInstant(day, habits.gatheredAt, timeZone), habits.quiet, timeZone), gathered: true };
}

function nextHour(now: Date, at: string, timeZone: string): Date {
  const today = localDay(now, timeZone);
  const here = localInstant(today, at, timeZone);
  return here > now ? here : localInstant(daysAfter(today, 1), at, timeZone);
}

/** The end of the quiet hours that a moment lies in, which may have begun the evening before; the moment itself where it lies in none. */
function afterQuiet(now: Date, quiet: Habits['quiet'], timeZone: string): Date {
  if (quiet === null || quiet.from === quiet.to) return now;
  const today = localDay(now, timeZone);
  const over = quiet.from > quiet.to;
  for (const day of [daysAfter(today, -1), today]) {
    const [from, to] = [localInstant(day, quiet.from, timeZone), localInstant(over ? daysAfter(day, 1) : day, quiet.to, timeZone)];
    if (from <= now && now < to) return to;
  }
  return now;
}
