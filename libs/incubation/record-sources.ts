import { CREATED, periodEnd, recordsFrom, type RecordSource } from '#platform';
import { incubateeAdmitted, incubateeDescribed, incubateeGraduated, incubateeLeft, incubateeMoved, incubateeRemoved } from './domain/incubatee.js';
import { investmentPaid, investmentTakenBack } from './domain/investment.js';
import { platformDescribed, platformDowngraded, platformRecognised, platformRegistered, platformWithdrawn } from './domain/platform.js';
import { reportCorrected, reportFiled } from './domain/report.js';
import { unitChanged, unitsAdded } from './domain/space.js';

const PLATFORM_MOVES = [platformRegistered, platformDescribed, platformRecognised, platformDowngraded, platformWithdrawn];

/** By these, firms and platforms may be named anew. */
const NAMED = [incubateeAdmitted, incubateeMoved, incubateeDescribed, platformDescribed];
/** A firm itself, and of a platform all that were in it. */
const THEIR_FIRMS = { sql: `SELECT $2::uuid AS subject UNION SELECT incubatee_id FROM stay WHERE district_id = $1::uuid AND platform_id = $2::uuid AND $3::jsonb IS NOT NULL` };

/** The platform that a firm was in on a day of SQL. */
const platformOn = (day: string): string => `(SELECT p.name FROM stay s JOIN platform p ON p.district_id = s.district_id AND p.id = s.platform_id WHERE s.district_id = r.district_id AND s.incubatee_id = r.incubatee_id AND s."from"::date <= ${day} ORDER BY s."from" DESC LIMIT 1)`;

/** Steps of recognition, each until the next; reviews change nothing. */
const STEPS = `(SELECT n.*, lead(n."on") OVER (PARTITION BY n.district_id, n.platform_id ORDER BY n."on", n.id) AS next_on FROM recognition n WHERE n.act <> 'review') r JOIN platform p ON p.district_id = r.district_id AND p.id = r.platform_id WHERE r.act <> 'withdraw'`;

/** Current reports, a row a figure; the count of staff holds until the next report, and no longer than a year. */
const REPORTED = `(
  SELECT f.district_id, f.incubatee_id, f.period, v.metric, v.value, ${periodEnd('f.period')} AS ends, lead(${periodEnd('f.period')}) OVER (PARTITION BY f.district_id, f.incubatee_id, v.metric ORDER BY ${periodEnd('f.period')}, f.period) AS next_ends
  FROM periodic_report f CROSS JOIN LATERAL (VALUES ('revenue', f.figures ->> 'revenue'), ('research', f.figures ->> 'research'), ('tax', f.figures ->> 'tax'), ('staff', f.figures ->> 'staff')) v(metric, value)
  WHERE f.current AND v.value IS NOT NULL
) r JOIN incubatee i ON i.district_id = r.district_id AND i.id = r.incubatee_id`;

/** What of platforms and their firms the district's figures count. */
export const INCUBATION_RECORDS: readonly RecordSource[] = [
  {
    key: 'platform', zh: '载体认定', en: 'recognitions of platforms', unit: null, on: PLATFORM_MOVES, of: 'aggregate',
    records: recordsFrom({ subject: 'r.platform_id', record: 'r.id', sort: `p.kind || ':' || r.level`, place: 'p.name', title: 'p.name', on: 'r."on"', until: 'r.next_on::date - 1' }, STEPS),
  },
  {
    key: 'platform-cultivated', zh: '载体登记', en: 'platforms entered', unit: null, on: PLATFORM_MOVES, of: 'aggregate',
    records: recordsFrom({ subject: 'r.id', record: 'r.id', sort: 'r.kind', place: 'r.name', title: 'r.name', on: CREATED.on, until: '(SELECT min(n."on") FROM recognition n WHERE n.district_id = r.district_id AND n.platform_id = r.id)::date - 1' }, `platform r ${CREATED.join}`),
  },
  {
    key: 'platform-space', zh: '孵化场地', en: 'space of platforms', unit: 'm2', on: [unitsAdded, unitChanged, platformDescribed], of: 'aggregate',
    records: recordsFrom({ subject: 'r.platform_id', record: 'r.id', aggregate: 'r.platform_id', sort: 'p.kind', place: 'p.name', title: `p.name || ' · ' || r.code`, on: '(a.created_at AT TIME ZONE d.time_zone)::date', until: 'r.retired_on', amount: 'round(r.area)' }, 'unit r JOIN platform p ON p.district_id = r.district_id AND p.id = r.platform_id JOIN aggregate a ON a.district_id = r.district_id AND a.id = r.platform_id JOIN district d ON d.id = r.district_id'),
  },
  {
    key: 'stay', zh: '在孵记录', en: 'stays in platforms', unit: null, on: [...NAMED, incubateeGraduated, incubateeLeft, incubateeRemoved], of: THEIR_FIRMS,
    records: recordsFrom({ subject: 'r.incubatee_id', record: 'r.id', sort: 'p.kind', place: 'p.name', project: 'r.project_id', title: 'i.firm', on: 'r."from"', until: 'r.until' }, 'stay r JOIN platform p ON p.district_id = r.district_id AND p.id = r.platform_id JOIN incubatee i ON i.district_id = r.district_id AND i.id = r.incubatee_id'),
  },
  {
    key: 'graduate', zh: '毕业记录', en: 'graduations', unit: null, on: [incubateeGraduated, ...NAMED], of: THEIR_FIRMS,
    records: recordsFrom({ subject: 'r.id', record: 'r.id', place: platformOn('r.graduated_on::date').replaceAll('r.incubatee_id', 'r.id'), project: 'r.project_id', title: 'r.firm', on: 'r.graduated_on' }, 'incubatee r WHERE r.graduated_on IS NOT NULL'),
  },
  {
    key: 'report', zh: '企业定期报告', en: 'firms’ reports', unit: 'fen', on: [reportFiled, reportCorrected, ...NAMED], of: THEIR_FIRMS,
    records: recordsFrom({ subject: 'r.incubatee_id', record: `r.incubatee_id || ':' || r.period || ':' || r.metric`, sort: 'r.metric', place: platformOn('r.ends'), project: 'i.project_id', title: `i.firm || ' · ' || r.period`, on: 'r.ends', amount: 'r.value' }, `${REPORTED} WHERE r.metric <> 'staff'`),
  },
  {
    key: 'report-staff', zh: '企业定期报告', en: 'firms’ reports', unit: 'people', on: [reportFiled, reportCorrected, ...NAMED], of: THEIR_FIRMS,
    records: recordsFrom({ subject: 'r.incubatee_id', record: `r.incubatee_id || ':' || r.period`, place: platformOn('r.ends'), project: 'i.project_id', title: `i.firm || ' · ' || r.period`, on: 'r.ends', until: 'least(r.next_ends - 1, r.ends + 365)', amount: 'r.value' }, `${REPORTED} WHERE r.metric = 'staff'`),
  },
  {
    key: 'investment', zh: '种子投资', en: 'seed investments', unit: 'fen', on: [investmentPaid, investmentTakenBack], of: 'aggregate',
    records: recordsFrom({ subject: 'r.id', record: 'r.id', sort: 'r.instrument', project: 'r.project_id', title: 'p.title', on: 'r.paid_on', amount: 'r.amount' }, `investment r JOIN aggregate a ON a.district_id = r.district_id AND a.id = r.id JOIN project p ON p.district_id = r.district_id AND p.id = r.project_id WHERE a.state = 'paid'`),
  },
  {
    key: 'invested', zh: '种子投资', en: 'seed investments', unit: null, on: [investmentPaid, investmentTakenBack], of: 'project',
    records: recordsFrom({ subject: 'r.project_id', record: 'r.project_id', project: 'r.project_id', title: 'p.title', on: 'r."on"' }, `(SELECT n.district_id, n.project_id, min(n.paid_on) AS "on" FROM investment n JOIN aggregate a ON a.district_id = n.district_id AND a.id = n.id WHERE a.state = 'paid' GROUP BY n.district_id, n.project_id) r JOIN project p ON p.district_id = r.district_id AND p.id = r.project_id`),
  },
];
