import { CREATED, recordsFrom, type RecordSource } from '#platform';
import { activityTogether, envoyBrought, envoyEnded, envoySelected, envoyTeamFormed } from './domain/envoy.js';
import { agreementSigned, instituteDescribed, jointProjectBegun, jointProjectEnded, researchPlatformMoved, resultPromoted } from './domain/institute.js';
import { problemSolved } from './domain/problem.js';
import { achievementRegistered, contractRegistered, managerEntered, managerLeft } from './domain/technology.js';

/** The day that an event of a row's aggregate names as the last. */
const lastDayBy = (event: string): string => `(SELECT max(n.payload ->> 'on') FROM event n WHERE n.district_id = r.district_id AND n.aggregate_id = r.id AND n.name = '${event}')`;

/** Institutes with an agreement that runs, each once however many there are. */
const AGREED = `(
  SELECT n.district_id, n.institute_id, range_agg(daterange(n.signed_on::date, n.ends_on::date, '[]')) AS spans FROM institute_agreement n GROUP BY n.district_id, n.institute_id
) r CROSS JOIN LATERAL unnest(r.spans) AS span JOIN institute i ON i.district_id = r.district_id AND i.id = r.institute_id`;

/** Steps of a platform of research or service, each until the next. */
const STEPS = `(
  SELECT p.*, s.step, s.place AS nth, lead(s.step ->> 'on') OVER (PARTITION BY p.district_id, p.id ORDER BY s.place) AS next_on
  FROM research_platform p CROSS JOIN LATERAL jsonb_array_elements(p.steps) WITH ORDINALITY AS s(step, place)
) r WHERE r.step ->> 'act' <> 'withdraw'`;

/** What of institutes, problems, contracts, achievements and envoys the district's figures count. */
export const EXPERTISE_RECORDS: readonly RecordSource[] = [
  {
    key: 'institute', zh: '院所合作协议', en: 'agreements with institutes', unit: null, on: [agreementSigned, instituteDescribed], of: 'aggregate',
    records: recordsFrom({ subject: 'r.institute_id', record: `r.institute_id || ':' || lower(span)`, sort: 'i.kind', title: 'i.name', on: 'lower(span)', until: 'upper(span) - 1' }, AGREED),
  },
  {
    key: 'joint-project', zh: '合作项目', en: 'joint projects', unit: 'fen', on: [jointProjectBegun, jointProjectEnded], of: 'aggregate',
    records: recordsFrom({ subject: 'r.id', record: 'r.id', sort: `r.level || ':' || CASE WHEN r.partner_district IS NULL THEN 'institute' ELSE 'district' END`, project: 'r.project_id', title: 'r.title', on: 'r."from"', amount: 'r.funds' }, 'joint_project r'),
  },
  {
    key: 'promotion', zh: '成果推广', en: 'results promoted', unit: null, on: [resultPromoted], of: 'all',
    records: recordsFrom({ subject: 'r.id', record: 'r.id', aggregate: 'r.district_id', sort: `CASE WHEN r.from_district IS NULL THEN 'own' ELSE 'district' END`, title: 'r.title', on: 'r."on"' }, 'promotion r'),
  },
  {
    key: 'research-platform', zh: '研发与服务平台', en: 'platforms of research and service', unit: null, on: [researchPlatformMoved], of: 'aggregate',
    records: recordsFrom({ subject: 'r.id', record: `r.id || ':' || r.nth`, sort: `r.kind || ':' || (r.step ->> 'level')`, title: 'r.name', on: `r.step ->> 'on'`, until: 'r.next_on::date - 1' }, STEPS),
  },
  {
    key: 'technology-contract', zh: '技术合同登记', en: 'technology contracts', unit: 'fen', on: [contractRegistered], of: 'aggregate',
    records: recordsFrom({ subject: 'r.id', record: 'r.id', sort: 'r.kind', project: 'r.project_id', title: `r.number || ' ' || r.title`, on: 'r.registered_on', amount: 'r.amount' }, 'technology_contract r WHERE r.registered_on IS NOT NULL'),
  },
  {
    key: 'achievement', zh: '科技成果登记', en: 'achievements', unit: null, on: [achievementRegistered], of: 'aggregate',
    records: recordsFrom({ subject: 'r.id', record: 'r.id', sort: 'r.kind', project: 'r.project_id', title: `r.number || ' ' || r.title`, on: 'r.registered_on' }, 'achievement r WHERE r.registered_on IS NOT NULL'),
  },
  {
    key: 'technology-manager', zh: '技术经理人', en: 'technology managers', unit: null, on: [managerEntered, managerLeft], of: 'aggregate',
    records: recordsFrom({ subject: 'r.id', record: 'r.id', sort: 'r.level', title: 'r.name', on: CREATED.on, until: lastDayBy(managerLeft.event) }, `technology_manager r ${CREATED.join}`),
  },
  {
    key: 'problem', zh: '技术难题', en: 'technical problems', unit: null, on: [problemSolved], of: 'aggregate',
    records: recordsFrom({ subject: 'r.id', record: 'r.id', project: 'r.project_id', title: `r.title || ' · ' || r.firm`, on: 'r.solved_on' }, 'problem r WHERE r.solved_on IS NOT NULL'),
  },
  {
    key: 'envoy', zh: '科技特派员', en: 'science envoys', unit: null, on: [envoySelected, envoyEnded], of: 'aggregate',
    records: recordsFrom({ subject: 'r.id', record: 'r.id', sort: 'r.level', title: `r.name || ' · ' || r.unit`, on: 'r."from"', until: `least(r."to", ${lastDayBy(envoyEnded.event)})` }, `envoy r JOIN aggregate a ON a.district_id = r.district_id AND a.id = r.id WHERE a.state IN ('serving', 'ended')`),
  },
  {
    key: 'envoy-team', zh: '科技特派团', en: 'teams of envoys', unit: null, on: [envoyTeamFormed], of: 'aggregate',
    records: recordsFrom({ subject: 'r.id', record: 'r.id', sort: 'r.industry', title: 'r.name', on: CREATED.on }, `envoy_team r ${CREATED.join}`),
  },
  {
    key: 'envoy-activity', zh: '特派团活动', en: 'activities of envoys', unit: null, on: [activityTogether], of: 'all',
    records: recordsFrom({ subject: 'r.id', record: 'r.id', aggregate: 'r.district_id', place: 'r.place', title: 'r.title', on: 'r."on"' }, 'envoy_activity r'),
  },
  {
    key: 'envoy-brought', zh: '引进品种与技术', en: 'what envoys brought in', unit: null, on: [envoyBrought], of: 'aggregate',
    records: recordsFrom({ subject: 'r.envoy_id', record: 'r.id', aggregate: 'r.envoy_id', sort: 'r.kind', place: 'r.place', title: 'r.name', on: 'r."on"' }, 'envoy_brought r'),
  },
];
