import { daysAfter, endOfLocalDay, firstDayOfPeriod, cadenceOf, lastDayOfPeriod, nextPeriod, periodOf, type Cadence } from '#kernel';
import { timeZoneOf, type Context } from '#platform';
import { contractEnding } from '../domain/incubatee.js';
import { ESCALATED_AFTER, OVERDUE_AFTER, REPORT_DAYS, reportDue, reportEscalated, reportOverdue, YEARLY_REPORT_DAYS } from '../domain/report.js';

interface Incubatee {
  readonly id: string;
  readonly kind: string;
}

const DAYS_BEFORE_END = 90;

/** The last day on which a period is reported in time. */
export const dueDay = (period: string): string => daysAfter(lastDayOfPeriod(period), cadenceOf(period) === 'year' ? YEARLY_REPORT_DAYS : REPORT_DAYS);

/** Whether a period that was reported on a day was reported too late. */
export const isLate = (period: string, reportedOn: string): boolean => reportedOn > dueDay(period);

export async function askFor(c: Context, incubatee: Incubatee, period: string): Promise<void> {
  const timeZone = await timeZoneOf(c);
  c.remind(incubatee, reportDue({ period }), endOfLocalDay(dueDay(period), timeZone), timeZone);
}

/** A report that did not come: first its platform hears of it, then the district. */
export async function pressFor(c: Context, incubatee: Incubatee, missing: { period: string; platform: string; firm: string }): Promise<void> {
  const timeZone = await timeZoneOf(c);
  c.remind(incubatee, reportOverdue(missing), endOfLocalDay(daysAfter(dueDay(missing.period), OVERDUE_AFTER), timeZone), timeZone);
  c.remind(incubatee, reportEscalated(missing), endOfLocalDay(daysAfter(dueDay(missing.period), ESCALATED_AFTER), timeZone), timeZone);
}

/** Stops pressing for a period that has been reported. */
export async function reportIsIn(c: Context, { id }: Incubatee, period: string): Promise<void> {
  const waiting = await c.tx.deadline.findMany({ where: { districtId: c.district, aggregateId: id, name: { in: [reportOverdue.event, reportEscalated.event] } } });
  for (const { name, payload } of waiting) if ((payload as { period?: string }).period === period) c.forget({ id }, name);
}

export function stopAsking(c: Context, incubatee: Incubatee): void {
  for (const { event } of [reportDue, reportOverdue, reportEscalated]) c.forget(incubatee, event);
}

/** What is reported after `period`; a change of cadence waits until no day would be in two periods. */
export function periodAfter(period: string, cadence: Cadence): string {
  const next = periodOf(daysAfter(lastDayOfPeriod(period), 1), cadence);
  return firstDayOfPeriod(next) > lastDayOfPeriod(period) ? next : nextPeriod(period);
}

export async function remindOfEnd(c: Context, incubatee: Incubatee, end: { firm: string; to: string; platform: string }): Promise<void> {
  const timeZone = await timeZoneOf(c);
  c.remind(incubatee, contractEnding(end), endOfLocalDay(daysAfter(end.to, -DAYS_BEFORE_END), timeZone), timeZone);
}
