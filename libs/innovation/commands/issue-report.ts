import { canonical, sha256 } from '#kernel';
import { command, Day, districtKind, Text, today } from '#platform';
import { issuedReportMachine, reportIssued, reportOfDayToCome } from '../domain/issued-report.js';

export class IssueReport {
  @Text({ min: 2, max: 120 }) title!: string;
  @Day({ optional: true, description: 'Of this day; today where it is left out' }) day?: string;
  @Text({ optional: true, max: 120, description: 'Of one park or platform' }) place?: string;
}

/** What the report says, as it is kept. */
export interface Told {
  readonly day: string;
  readonly knownAt: Date | null;
  readonly figures: readonly object[];
}

export const issueReport = command({
  name: 'issue-report',
  summary: 'Issues the report of a day: keeps what it says and when that was known, so that it can be made again exactly.',
  on: districtKind,
  may: 'run-plans',
  exclusive: false,
  target: (_: IssueReport & Told, district) => district,
  async decide(c, { title, place, day, knownAt, figures }) {
    if (day > (await today(c))) c.refuse(reportOfDayToCome, { day });
    const known = knownAt ?? c.now;
    const sum = sha256(canonical(figures));
    const id = c.create('issued-report', issuedReportMachine.begin(reportIssued({ title, day, knownAt: known.toISOString(), sha256: sum })));
    await c.tx.issuedReport.create({ data: { districtId: c.district, id, title, day, knownAt: known, place: place ?? null, sha256: sum, figures: figures as object[] } });
    return { id, sha256: sum };
  },
});
