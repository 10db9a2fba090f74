import ical, { ICalCalendarMethod } from 'ical-generator';
import type { Dated } from './dated.js';

/** How long a moment by which something is due is shown, in minutes before it. */
const SHOWN_BEFORE = 30;

/** A calendar (RFC 5545) that other calendars subscribe to. */
export function feed(name: string, items: readonly Dated[], { language, base, stamp }: { language: 'zh' | 'en'; base: string; stamp: Date }): string {
  const calendar = ical({ name, prodId: { company: 'Trellis', product: 'agenda' }, method: ICalCalendarMethod.PUBLISH, ttl: 3600 });
  for (const { id, from, to, path, ...words } of items)
    calendar.createEvent({ id: `${id}@${new URL(base).hostname}`, stamp, start: to === null ? new Date(from.getTime() - SHOWN_BEFORE * 60_000) : from, end: to ?? from, summary: words[language], url: `${base}${path}` });
  return calendar.toString();
}
