import { command, Part, Text, Texts } from '#platform';
import { nothingToCorrect, reportCorrected } from '../domain/report.js';
import { checkReport, plain } from '../facts/check-report.js';
import { FiguresInput } from '../inputs/figures-input.js';
import { incubateeKind } from './kinds.js';

export class CorrectReport {
  @Part(() => FiguresInput) figures!: FiguresInput;
  @Text({ min: 5, max: 500 }) reason!: string;
  @Texts({ optional: true, max: 30, length: 30, description: 'Figures that are right though they look wrong' }) confirmed?: string[];
}

export const correctReport = command({
  name: 'correct-report',
  summary: 'Corrects a report, and says why; the version before stays beside it.',
  on: incubateeKind,
  may: 'report',
  target: (input: CorrectReport & { incubatee: string; period: string }) => input.incubatee,
  async decide(c, { period, figures: given, reason, confirmed = [] }, { id: incubateeId, aggregate, reports }) {
    const before = reports.find((report) => report.period === period) ?? c.refuse(nothingToCorrect, { period: period.slice(0, 20) });
    const figures = plain(given);
    checkReport(c, period, figures, confirmed, reports);
    const key = { districtId: c.district, incubateeId, period };
    await c.tx.periodicReport.updateMany({ where: key, data: { current: false } });
    await c.tx.periodicReport.create({ data: { ...key, version: before.version + 1, figures, confirmed, reason, reportedAt: c.now, reportedBy: c.person } });
    c.announce(aggregate, reportCorrected({ period, version: before.version + 1, reason }));
    return { period, reportVersion: before.version + 1 };
  },
});
