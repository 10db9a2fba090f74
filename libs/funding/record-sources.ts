import { CREATED, recordsFrom, type RecordSource } from '#platform';
import { grantCountersigned, grantSubmitted, instalmentPaid, instalmentTakenBack } from './domain/grant.js';
import { loanDrawn } from './domain/loan.js';
import { subsidyPaid, subsidyTakenBack } from './domain/subsidy.js';

/** What of loans, schemes and subsidies the district's figures count. */
export const FUNDING_RECORDS: readonly RecordSource[] = [
  {
    key: 'loan', zh: '信用贷款放款', en: 'loans drawn', unit: 'fen', on: [loanDrawn], of: 'aggregate',
    records: recordsFrom({ subject: 'r.id', record: 'r.id', project: 'r.project_id', title: 'r.firm', on: 'r.drawn_on', amount: 'r.granted' }, 'loan r WHERE r.drawn_on IS NOT NULL'),
  },
  {
    key: 'grant-asked', zh: '科技项目申报', en: 'applications for grants', unit: 'fen', on: [grantSubmitted], of: 'aggregate',
    records: recordsFrom({ subject: 'r.id', record: 'r.id', sort: 's.kind', project: 'r.project_id', title: 'r.title', on: CREATED.on, amount: 'r.asked' }, `project_grant r ${CREATED.join} JOIN scheme s ON s.district_id = r.district_id AND s.id = r.scheme_id`),
  },
  {
    key: 'grant-won', zh: '科技项目合同', en: 'contracts of grants', unit: 'fen', on: [grantCountersigned], of: 'aggregate',
    records: recordsFrom({ subject: 'r.id', record: 'r.id', sort: 's.kind', project: 'r.project_id', title: 'r.title', on: '(r.signed_at AT TIME ZONE d.time_zone)::date', amount: 'r.approved' }, 'project_grant r JOIN scheme s ON s.district_id = r.district_id AND s.id = r.scheme_id JOIN district d ON d.id = r.district_id WHERE r.signed_at IS NOT NULL'),
  },
  {
    key: 'instalment', zh: '项目经费支付', en: 'instalments paid', unit: 'fen', on: [instalmentPaid, instalmentTakenBack], of: 'aggregate',
    records: recordsFrom({ subject: 'r.grant_id', record: 'r.id', aggregate: 'r.grant_id', project: 'g.project_id', title: `g.title || ' · ' || r.number`, on: 'r.paid_on', amount: 'r.amount' }, `instalment r JOIN project_grant g ON g.district_id = r.district_id AND g.id = r.grant_id WHERE r.state = 'paid' AND r.paid_on IS NOT NULL`),
  },
  {
    key: 'subsidy', zh: '补贴支付', en: 'subsidies paid', unit: 'fen', on: [subsidyPaid, subsidyTakenBack], of: 'aggregate',
    records: recordsFrom({ subject: 'r.id', record: 'r.id', project: 'r.project_id', title: `r.firm || ' · ' || s.name`, on: 'r.paid_on', amount: 'r.amount' }, `subsidy_claim r JOIN subsidy s ON s.district_id = r.district_id AND s.id = r.subsidy_id JOIN aggregate a ON a.district_id = r.district_id AND a.id = r.id WHERE r.paid_on IS NOT NULL AND a.state = 'paid'`),
  },
];
