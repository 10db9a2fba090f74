import { achievementRegistered, contractRegistered } from '#expertise';
import { districtOpened, periodEnd, recordsFrom, type RecordSource } from '#platform';
import { firmImportApplied, firmImportUndone } from './domain/firm-import.js';
import { firmDescribed, firmFactsRecorded, firmMerged, firmPaperEntered, firmPaperWithdrawn, firmRegistered, firmUnmerged } from './domain/firm.js';
import { policyPaid } from './domain/policy.js';
import { targetSet } from './domain/plan.js';
import { qualificationCancelled, qualificationExpired, qualificationRecognised } from './domain/qualification.js';
import { statisticStated } from './domain/statistic.js';
import { mergedInto } from './facts/merged-records.js';

/** Which firm stands for a record now. */
const HEADS = mergedInto('merged_into_id IS NULL');

/** The firms that an event of a firm, a qualification, an import, a contract or an achievement is about. */
const FIRMS_OF = {
  sql: `
    WITH own AS (
      SELECT $2::uuid AS id UNION SELECT firm_id FROM qualification WHERE district_id = $1::uuid AND (id = $2::uuid OR import_id = $2::uuid)
      UNION SELECT id FROM firm WHERE district_id = $1::uuid AND import_id = $2::uuid
      UNION SELECT firm_id FROM firm_fact WHERE district_id = $1::uuid AND source_id = $2::uuid
      UNION SELECT firm_id FROM firm_paper WHERE district_id = $1::uuid AND import_id = $2::uuid
      UNION SELECT p.firm_id FROM firm_paper p JOIN technology_contract t ON t.district_id = p.district_id AND t.number = p.number WHERE p.district_id = $1::uuid AND p.register = 'contract' AND t.id = $2::uuid
      UNION SELECT p.firm_id FROM firm_paper p JOIN achievement t ON t.district_id = p.district_id AND t.number = p.number WHERE p.district_id = $1::uuid AND p.register = 'achievement' AND t.id = $2::uuid
      UNION SELECT f.id FROM firm f WHERE f.district_id = $1::uuid AND f.id::text = $3::jsonb ->> 'from'
    )
    SELECT id AS subject FROM own UNION SELECT h.head FROM ${HEADS} h JOIN own ON own.id = h.id WHERE h.district_id = $1::uuid`,
};

const WITH_HEAD = `JOIN ${HEADS} h ON h.district_id = r.district_id AND h.id = r.firm_id JOIN firm f ON f.district_id = h.district_id AND f.id = h.head`;
const OF_FIRM = { subject: 'h.head', place: 'f.place', project: 'f.project_id' } as const;
const FIRM_MOVES = [firmRegistered, firmDescribed, firmMerged, firmUnmerged, firmImportApplied];

/** Certificates of one firm and kind joined into the spans in which it held one. */
const SPANS = `(
  SELECT r.district_id, h.head, r.key, range_agg(daterange(r.issued_on::date, least(r.expires_on, r.ended_on)::date, '[]')) AS spans
  FROM qualification r JOIN ${HEADS} h ON h.district_id = r.district_id AND h.id = r.firm_id
  WHERE r.issued_on IS NOT NULL AND r.issued_on <= coalesce(least(r.expires_on, r.ended_on), r.issued_on) GROUP BY r.district_id, h.head, r.key
) r CROSS JOIN LATERAL unnest(r.spans) AS span JOIN firm f ON f.district_id = r.district_id AND f.id = r.head`;

/** Of each figure of a firm and a period the one that was recorded last. */
const NUMBERS = `(
  SELECT DISTINCT ON (r.district_id, h.head, r.metric, r.period) r.district_id, h.head, r.metric, r.period, r.value
  FROM firm_fact r JOIN ${HEADS} h ON h.district_id = r.district_id AND h.id = r.firm_id
  WHERE r.metric IN ('revenue', 'research', 'tax', 'staff') ORDER BY r.district_id, h.head, r.metric, r.period, r.recorded_at DESC, r.id DESC
) r JOIN firm f ON f.district_id = r.district_id AND f.id = r.head`;

const LEVEL = `CASE WHEN r.level IN ('national', '国家级') THEN 'national' WHEN r.level IN ('municipal', 'provincial', '市级', '省级') THEN 'municipal' WHEN r.level IN ('district', '区级', '县级') THEN 'district' ELSE coalesce(r.level, '') END`;

/** What was registered through the expert services counts there, once. */
const NOT_COUNTED_THERE = `NOT EXISTS (SELECT 1 FROM technology_contract t WHERE r.register = 'contract' AND t.district_id = r.district_id AND t.number = r.number) AND NOT EXISTS (SELECT 1 FROM achievement t WHERE r.register = 'achievement' AND t.district_id = r.district_id AND t.number = r.number)`;

/** What of the register of firms, of policies and of the district itself its figures count. */
export const INNOVATION_RECORDS: readonly RecordSource[] = [
  {
    key: 'holding', zh: '企业资质证书', en: 'certificates of firms', unit: null, on: [...FIRM_MOVES, qualificationRecognised, qualificationExpired, qualificationCancelled], of: FIRMS_OF,
    records: recordsFrom({ subject: 'r.head', record: `r.head || ':' || r.key || ':' || lower(span)`, sort: 'r.key', place: 'f.place', project: 'f.project_id', title: 'f.name', on: 'lower(span)', until: 'upper(span) - 1' }, SPANS),
  },
  {
    key: 'paper', zh: '企业登记簿', en: 'registers of firms', unit: 'fen', on: [...FIRM_MOVES, firmPaperEntered, firmPaperWithdrawn, contractRegistered, achievementRegistered], of: FIRMS_OF,
    records: recordsFrom({ ...OF_FIRM, record: 'r.id', sort: `r.register || ':' || r.kind || ':' || ${LEVEL}`, title: `f.name || ' · ' || r.title`, on: 'r."on"', until: 'least(r.until, r.withdrawn_on)', amount: 'coalesce(r.amount, 0)' }, `firm_paper r ${WITH_HEAD} WHERE ${NOT_COUNTED_THERE}`),
  },
  {
    key: 'firm-figure', zh: '企业年度数据', en: 'firms’ yearly figures', unit: 'fen', on: [...FIRM_MOVES, firmFactsRecorded], of: FIRMS_OF,
    records: recordsFrom({ subject: 'r.head', record: `r.head || ':' || r.metric || ':' || r.period`, sort: `r.metric || CASE WHEN r.period LIKE '%Q%' THEN ':quarter' ELSE ':year' END`, place: 'f.place', project: 'f.project_id', title: `f.name || ' · ' || r.period`, on: periodEnd('r.period'), amount: `(r.value #>> '{}')::numeric` }, NUMBERS),
  },
  {
    key: 'policy', zh: '政策兑付', en: 'policies paid', unit: 'fen', on: [policyPaid], of: 'aggregate',
    records: recordsFrom({ subject: 'r.id', record: 'r.id', place: 'f.place', project: 'f.project_id', title: `f.name || ' · ' || p.title`, on: 'r.paid_on', amount: 'r.amount' }, 'policy_claim r JOIN firm f ON f.district_id = r.district_id AND f.id = r.firm_id JOIN policy p ON p.district_id = r.district_id AND p.id = r.policy_id WHERE r.paid_on IS NOT NULL'),
  },
  {
    key: 'statistic', zh: '区级统计数据', en: 'statistics of the district', unit: 'fen', on: [statisticStated], of: 'aggregate',
    records: recordsFrom({ subject: 'r.id', record: 'r.id', sort: `r.metric || CASE WHEN r.period LIKE '%Q%' THEN ':quarter' ELSE ':year' END`, title: `r.period || ' · ' || r.source`, on: periodEnd('r.period'), amount: 'r.value' }, 'statistic r'),
  },
  {
    key: 'target', zh: '目标', en: 'targets', unit: null, on: [targetSet], of: 'aggregate',
    records: recordsFrom({ subject: 'r.id', record: 'r.id', sort: 'r.figure', place: 'r.place', title: 'coalesce(r.paper, r.year)', on: `(r.year || '-01-01')`, until: `(r.year || '-12-31')`, amount: 'r.value' }, 'target r'),
  },
];

/** After these all is read anew: at the very first, and when what an event was about is gone. */
export const READ_ALL = [districtOpened, firmImportUndone];
