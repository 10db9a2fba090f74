import { cadenceOf, nextPeriod } from '#kernel';
import { reaction } from '#platform';
import { ALUMNI_YEARS, paceOf, reportDue } from '../domain/report.js';
import { askFor, periodAfter, pressFor } from '../facts/deadlines.js';

export const askForNextReport = reaction({
  name: 'ask-for-next-report',
  summary: 'When a report was due: presses for it where it is missing, and sets the date of the next one, yearly once the firm has graduated.',
  on: [reportDue],
  async react(c, { aggregate, payload: { period } }) {
    const row = await c.tx.incubatee.findUniqueOrThrow({ where: c.key(aggregate), include: { aggregate: true, platform: true, reports: { where: { period, current: true } } } });
    const { state } = row.aggregate;
    if (state !== 'admitted' && state !== 'graduated') return;
    if (row.reports.length === 0) await pressFor(c, row.aggregate, { period, platform: row.platformId ?? '', firm: row.firm ?? '' });
    if (state === 'admitted') return askFor(c, row.aggregate, periodAfter(period, paceOf(row.platform)));
    const graduated = Number(row.graduatedOn?.slice(0, 4));
    const next = nextPeriod(period);
    const asked = cadenceOf(period) === 'year' || !next.startsWith(String(graduated)) ? String(Math.max(graduated, Number(period.slice(0, 4))) + 1) : next;
    if (Number(asked.slice(0, 4)) <= graduated + ALUMNI_YEARS) await askFor(c, row.aggregate, asked);
  },
});
