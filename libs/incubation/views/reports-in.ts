import { Injectable } from '@nestjs/common';
import { daysAfter, firstDayOfPeriod, periodOf, refuse } from '#kernel';
import { Calendar, Database, notFound, Permissions, type Actor } from '#platform';
import type { Figures } from '../domain/figures.js';
import { doubtWords } from '../domain/report-checks.js';
import { paceOf } from '../domain/report.js';
import { doubtsOf } from '../facts/check-report.js';
import { dueDay, isLate } from '../facts/deadlines.js';
import { earlierThan, reportsOf } from '../facts/figures-of.js';

/** What the firms of a platform reported of one period, for whoever checks it. */
@Injectable()
export class ReportsInView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly calendar: Calendar,
  ) {}

  /** Each firm that was in the platform in the period (the last whole one where none is named), whose report is not in first, then those with figures far from what was usual. */
  async of(actor: Actor, id: string, asked?: string) {
    const { prisma } = this.database;
    const platform = await prisma.platform.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Platform'), { id }] } });
    if (!platform) return refuse(notFound, { kind: 'platform', id });
    const pace = paceOf(platform);
    const period = asked ?? periodOf(daysAfter(firstDayOfPeriod(periodOf(this.calendar.today(), pace)), -1), pace);
    const firms = await prisma.incubatee.findMany({
      where: { AND: [this.permissions.where(actor, 'read', 'Incubatee'), { platformId: id, aggregate: { state: { in: ['admitted', 'graduated'] } } }] },
      include: { reports: { where: { current: true }, orderBy: { period: 'asc' } }, aggregate: true },
      orderBy: { id: 'asc' },
    });
    const items = firms
      .map(({ id: incubatee, firm, aggregate, reports }) => {
        const own = reports.find((report) => report.period === period);
        const doubts = own ? doubtsOf(period, own.figures as Figures, reports) : [];
        return {
          ...{ incubatee, firm, state: aggregate.state, before: earlierThan(period, reportsOf(reports)).at(-1)?.figures ?? null },
          report: own ? { version: own.version, figures: own.figures as Record<string, number>, reason: own.reason, reportedAt: own.reportedAt, late: isLate(period, this.calendar.dayOf(own.reportedAt)) } : null,
          doubts: doubts.map(doubtWords).map(({ field, words }) => ({ field, ...words })),
        };
      })
      .filter(({ state, report }) => state === 'admitted' || report !== null);
    const rank = ({ report, doubts }: (typeof items)[number]) => (report === null ? 0 : doubts.length > 0 ? 1 : 2);
    return { period, dueOn: dueDay(period), items: items.sort((a, b) => rank(a) - rank(b)) };
  }
}
