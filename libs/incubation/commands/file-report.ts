import { lastDayOf, localDay } from '#kernel';
import { Amount, command, Quarter, timeZoneOf, Whole } from '#platform';
import { notAdmitted, quarterNotOver, reportedAlready, reportFiled } from '../domain/incubatee.js';
import { incubateeKind } from './kinds.js';

export class FileReport {
  @Quarter() quarter!: string;
  @Amount() revenue!: number;
  @Amount({ description: 'Research spending in fen' }) research!: number;
  @Whole({ max: 100_000 }) staff!: number;
  @Whole({ max: 100_000, description: 'Valid IP rights held' }) validIp!: number;
}

export const fileReport = command({
  name: 'file-report',
  summary: 'Reports a quarter that is over: revenue, research spending, staff and IP.',
  on: incubateeKind,
  may: 'report',
  target: (input: FileReport & { incubatee: string }) => input.incubatee,
  async decide(c, { quarter, revenue, research, staff, validIp }, { id: incubateeId, aggregate, reports }) {
    if (!['admitted', 'graduated'].includes(aggregate.state)) c.refuse(notAdmitted, { state: aggregate.state });
    if (reports.some((report) => report.quarter === quarter)) c.refuse(reportedAlready, { quarter });
    const day = lastDayOf(quarter);
    if (localDay(c.now, await timeZoneOf(c)) <= day) c.refuse(quarterNotOver, { quarter, day });
    await c.tx.periodicReport.create({ data: { districtId: c.district, incubateeId, quarter, revenue: BigInt(revenue), research: BigInt(research), staff, validIp, reportedAt: c.now } });
    c.announce(aggregate, reportFiled({ quarter, revenue, research, staff, validIp }));
  },
});
