import { daysAfter, endOfLocalDay, lastDayOf, quarterOf } from '#kernel';
import { command, Day, notFound, Ref, Text, timeZoneOf } from '#platform';
import { nameFirm } from '#project';
import { incubateeAdmitted, incubateeMachine, reportDue, termNotForward } from '../domain/incubatee.js';
import { REPORT_DAYS } from '../domain/report-days.js';
import { platformKind } from './kinds.js';

export class AdmitIncubatee {
  @Ref({ description: 'A team that has accepted the offer' }) incubatee!: string;
  @Text({ max: 120, description: 'The firm that signs' }) firm!: string;
  @Day({ example: '2027-07-01' }) from!: string;
  @Day({ example: '2030-06-30' }) to!: string;
}

export const admitIncubatee = command({
  name: 'admit-incubatee',
  summary: 'Takes a firm into a platform under a contract; from then on it reports each quarter.',
  on: platformKind,
  may: 'admit',
  exclusive: false,
  target: (input: AdmitIncubatee & { platform: string }) => input.platform,
  async decide(c, { incubatee, firm, from, to }, platform) {
    if (from >= to) c.refuse(termNotForward, { from, to });
    await c.lock(incubatee);
    const row = (await c.tx.incubatee.findUnique({ where: c.key(incubatee), include: { aggregate: true } })) ?? c.refuse(notFound, { kind: 'incubatee', id: incubatee });
    c.move(row.aggregate, incubateeMachine.take('admit', row.aggregate.state, {}, [incubateeAdmitted({ platform: platform.id, firm, from, to })]));
    await c.tx.incubatee.update({ where: c.key(incubatee), data: { platformId: platform.id, firm, contractFrom: from, contractTo: to } });
    await nameFirm(c, row.projectId, firm);
    const quarter = quarterOf(from);
    const timeZone = await timeZoneOf(c);
    c.remind(row.aggregate, reportDue({ quarter }), endOfLocalDay(daysAfter(lastDayOf(quarter), REPORT_DAYS), timeZone), timeZone);
    return { id: incubatee };
  },
});
