import type { Payload } from '#kernel';
import { fillIn } from './domain/notice.js';
import { NOTICES } from './domain/notices.js';

/** What happened in one line, as the office would read it by the clocks of `zone`: the subject of a notice of it, or the event's name. */
export function eventLine(event: string, payload: Payload, zone: string): string {
  const of = NOTICES.filter(({ on }) => on.event === event);
  const notice = of.find(({ to }) => 'role' in to && to.on === 'district') ?? of[0];
  return notice ? fillIn(notice.zh, payload, { zone }).subject : event;
}
