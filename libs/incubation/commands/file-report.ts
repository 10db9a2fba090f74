import { cadenceOf, firstDayOfPeriod, lastDayOfPeriod, periodsOverlap } from '#kernel';
import { command, Part, Period, Texts, today } from '#platform';
import { isWithPlatform, notAdmitted } from '../domain/incubatee.js';
import { milestoneReached } from '../domain/milestone.js';
import { ALUMNI_YEARS, notItsPeriod, periodNotOver, periodsMeet, reportedAlready, reportFiled, wrongCadence } from '../domain/report.js';
import { checkReport, plain } from '../facts/check-report.js';
import { reportIsIn } from '../facts/deadlines.js';
import { FiguresInput } from '../inputs/figures-input.js';
import { incubateeKind } from './kinds.js';

export class FileReport {
  @Period({ description: 'A month or a quarter; a year once the firm has graduated' }) period!: string;
  @Part(() => FiguresInput) figures!: FiguresInput;
  @Texts({ optional: true, max: 30, length: 30, description: 'Figures that are right though they look wrong' }) confirmed?: string[];
}

export const fileReport = command({
  name: 'file-report',
  summary: 'Reports a month, a quarter or a graduate’s year that is over; figures that look wrong are asked about before they are kept.',
  on: incubateeKind,
  may: 'report',
  target: (input: FileReport & { incubatee: string }) => input.incubatee,
  async decide(c, { period, figures: given, confirmed = [] }, { id: incubateeId, aggregate, reports, milestones, stays, graduatedOn }) {
    if (!isWithPlatform(aggregate.state)) c.refuse(notAdmitted, { state: aggregate.state });
    if (reports.some((report) => report.period === period)) c.refuse(reportedAlready, { period });
    const met = reports.find((report) => periodsOverlap(report.period, period));
    if (met) c.refuse(periodsMeet, { period, other: met.period });
    const day = lastDayOfPeriod(period);
    if ((await today(c)) <= day) c.refuse(periodNotOver, { period, day });
    const yearly = cadenceOf(period) === 'year';
    if (aggregate.state === 'admitted' && yearly) c.refuse(wrongCadence, { cadence: 'month / quarter', period });
    const [first, last] = [stays[0]?.from ?? '', graduatedOn === null || aggregate.state !== 'graduated' ? '9999' : String(Number(graduatedOn.slice(0, 4)) + ALUMNI_YEARS)];
    if (day < first || firstDayOfPeriod(period).slice(0, 4) > last) c.refuse(notItsPeriod, { period });
    if (graduatedOn !== null && aggregate.state === 'graduated' && period > `${graduatedOn.slice(0, 4)}~` && !yearly) c.refuse(wrongCadence, { cadence: 'year', period });
    const figures = plain(given);
    checkReport(c, period, figures, confirmed, reports);
    await c.tx.periodicReport.create({ data: { districtId: c.district, incubateeId, period, figures, confirmed, reportedAt: c.now, reportedBy: c.person } });
    await reportIsIn(c, aggregate, period);
    const reached = milestones.filter(({ reachedOn, metric, target }) => reachedOn === null && metric !== null && target !== null && (figures[metric] ?? 0) >= Number(target));
    for (const { id } of reached) await c.tx.milestone.update({ where: c.key(id), data: { reachedOn: day } });
    const { revenue, research, staff, validIp } = given;
    c.announce(aggregate, reportFiled({ period, revenue, research, staff, validIp }), ...reached.map(({ id, title }) => milestoneReached({ milestone: id, title, on: day })));
    return { period, reached: reached.map(({ id }) => id) };
  },
});
