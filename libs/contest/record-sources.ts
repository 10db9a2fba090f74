import { CREATED, recordsFrom, type RecordSource } from '#platform';
import { awardPaid } from './domain/award.js';
import { entryAwarded, entryImported, entrySubmitted, upperResult } from './domain/entry.js';

/** What of contests the district's figures count. */
export const CONTEST_RECORDS: readonly RecordSource[] = [
  {
    key: 'entry', zh: '参赛申报', en: 'entries', unit: null, on: [entrySubmitted, entryImported], of: 'aggregate',
    records: recordsFrom({ subject: 'r.id', record: 'r.id', sort: `CASE WHEN coalesce(r.facts ->> 'region', 'district') = 'district' THEN 'local' ELSE 'outside' END`, project: 'r.project_id', title: 'r.title', on: '(r.submitted_at AT TIME ZONE d.time_zone)::date' }, 'entry r JOIN district d ON d.id = r.district_id WHERE r.submitted_at IS NOT NULL'),
  },
  {
    key: 'award', zh: '获奖记录', en: 'awards', unit: null, on: [entryAwarded], of: 'aggregate',
    records: recordsFrom({ subject: 'r.entry_id', record: 'r.id', aggregate: 'r.id', project: 'e.project_id', title: `e.title || ' · ' || r.prize`, on: CREATED.on }, `award r ${CREATED.join} JOIN entry e ON e.district_id = r.district_id AND e.id = r.entry_id`),
  },
  {
    key: 'prize', zh: '奖金支付', en: 'prizes paid', unit: 'fen', on: [awardPaid], of: 'aggregate',
    records: recordsFrom({ subject: 'r.id', record: 'r.id', project: 'e.project_id', title: `e.title || ' · ' || r.prize`, on: 'r.paid_on', amount: 'r.money' }, 'award r JOIN entry e ON e.district_id = r.district_id AND e.id = r.entry_id WHERE r.paid_on IS NOT NULL'),
  },
  {
    key: 'upper-result', zh: '上级赛事结果', en: 'results of upper contests', unit: null, on: [upperResult], of: 'aggregate',
    records: recordsFrom({ subject: 'r.id', record: 'r.id', sort: `r.level || ':' || r.result`, project: 'e.project_id', title: `e.title || ' · ' || r.upper`, on: 'r.result_on' }, `advancement r JOIN entry e ON e.district_id = r.district_id AND e.id = r.entry_id WHERE r.result_on IS NOT NULL`),
  },
];
