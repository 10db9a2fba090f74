import { command, notFound, Text } from '#platform';
import { originalityReportDismissed } from '../domain/entry.js';
import { entryKind } from './kinds.js';

export class DismissOriginalityReport {
  @Text({ min: 2, max: 1000, description: 'Why what was found is in order' }) note!: string;
}

export const dismissOriginalityReport = command({
  name: 'dismiss-originality-report',
  summary: 'Notes that what a service found elsewhere was looked at and is in order.',
  on: entryKind,
  may: 'disqualify',
  target: (input: DismissOriginalityReport & { entry: string; report: string }) => input.entry,
  async decide(c, { report, note }, entry) {
    const by = c.person;
    const { count } = await c.tx.originalityReport.updateMany({ where: { districtId: c.district, id: report, entryId: entry.id }, data: { dismissedBy: by, note } });
    if (count === 0) c.refuse(notFound, { kind: 'originality-report', id: report });
    c.announce(entry.aggregate, originalityReportDismissed({ report }));
  },
});
