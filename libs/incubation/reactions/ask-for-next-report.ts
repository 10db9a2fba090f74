import { daysAfter, endOfLocalDay, lastDayOf, quartersAfter } from '#kernel';
import { reaction, timeZoneOf } from '#platform';
import { reportDue } from '../domain/incubatee.js';
import { REPORT_DAYS } from '../domain/report-days.js';

export const askForNextReport = reaction({
  name: 'ask-for-next-report',
  summary: 'When a quarter’s report was due, sets the date of the next one while the firm is in incubation.',
  on: [reportDue],
  async react(c, { aggregate, payload }) {
    const incubatee = await c.tx.aggregate.findUniqueOrThrow({ where: c.key(aggregate) });
    if (incubatee.state !== 'admitted') return;
    const quarter = quartersAfter(payload.quarter, 1);
    const timeZone = await timeZoneOf(c);
    c.remind(incubatee, reportDue({ quarter }), endOfLocalDay(daysAfter(lastDayOf(quarter), REPORT_DAYS), timeZone), timeZone);
  },
});
