import { Injectable } from '@nestjs/common';
import { cadenceOf, daysAfter, firstDayOfPeriod, localDay, monthsOf, periodOf, refuse } from '#kernel';
import { Clock, Config, Database, notFound, Permissions, type Actor } from '#platform';
import type { Figures } from '../domain/figures.js';
import { doubtsAbout, doubtWords } from '../domain/report-checks.js';
import { paceOf } from '../domain/report.js';
import { dueDay } from '../facts/deadlines.js';
import { reportsOf } from '../facts/figures-of.js';

/** What the firms of a platform reported of one period, for whoever checks it. */
@Injectable()
export class ReportsInView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Each firm that was in the platform in the period (the last whole one where none is named), whose report is not in first, then those with figures far from what was usual. */
  async of(actor: Actor, id: string, asked?: string) {
    const { prisma } = this.database;
    const platform = await prisma.platform.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Platform'), { id }] } });
    if (!platform) return refuse(notFound, { kind: 'platform', id });
    const today = localDay(this.clock.now(), this.config.TIME_ZONE);
    const period = asked ?? periodOf(daysAfter(firstDayOfPeriod(periodOf(today, paceOf(platform))), -1), paceOf(platform));
    const firms = await prisma.incubatee.findMany({
      where: { AND: [this.permissions.where(actor, 'read', 'Incubatee'), { platformId: id, aggregate: { state: { in: ['admitted', 'graduated'] } } }] },
      include: { reports: { where: { current: true }, orderBy: { period: 'asc' } }, aggregate: true },
      orderBy: { id: 'asc' },
    });
    const items = firms
      .map(({ id: incubatee, firm, aggregate, reports }) => {
        const own = reports.find((report) => report.period === period);
        const before = reportsOf(reports).filter((report) => report.period < period && (cadenceOf(report.period) === 'year') === (cadenceOf(period) === 'year'));
        const doubts = own ? doubtsAbout(own.figures as Figures, monthsOf(period), before.map(({ period: of, figures }) => ({ figures, months: monthsOf(of) }))) : [];
        return {
          ...{ incubatee, firm, state: aggregate.state, before: before.at(-1)?.figures ?? null },
          report: own ? { version: own.version, figures: own.figures as Record<string, number>, reason: own.reason, reportedAt: own.reportedAt, late: localDay(own.reportedAt, this.config.TIME_ZONE) > dueDay(period) } : null,
          doubts: doubts.map(doubtWords).map(({ field, words }) => ({ field, ...words })),
        };
      })
      .filter(({ state, report }) => state === 'admitted' || report !== null);
    const rank = ({ report, doubts }: (typeof items)[number]) => (report === null ? 0 : doubts.length > 0 ? 1 : 2);
    return { period, dueOn: dueDay(period), items: items.sort((a, b) => rank(a) - rank(b)) };
  }
}
