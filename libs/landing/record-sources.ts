import { periodEnd, recordsFrom, type RecordSource } from '#platform';
import { capacityReached, dealBuilt, dealContracted, dealHandedOver, dealNegotiated, groundBroken, productionStarted, roseAboveScale, yieldCorrected, yieldReported } from './domain/deal.js';

const DEAL = 'JOIN deal d ON d.district_id = r.district_id AND d.id = r.deal_id JOIN park p ON p.district_id = d.district_id AND p.id = d.park_id';
const OF_DEAL = { place: 'p.name', project: 'd.project_id' } as const;

const YIELDS = `(
  SELECT q.*, ${periodEnd('q.quarter')} AS ends, lead(${periodEnd('q.quarter')}) OVER (PARTITION BY q.district_id, q.deal_id ORDER BY q.quarter) AS next_ends FROM quarter_yield q WHERE q.current
) r ${DEAL}`;

/** What of landings the district's figures count: steps, what plants yield, who rose above scale. */
export const LANDING_RECORDS: readonly RecordSource[] = [
  {
    key: 'landing-step', zh: '落地节点', en: 'steps of landings', unit: null, on: [dealNegotiated, dealContracted, groundBroken, dealBuilt, productionStarted, capacityReached, dealHandedOver], of: 'aggregate',
    records: recordsFrom({ ...OF_DEAL, subject: 'r.deal_id', record: `r.deal_id || ':' || r.step`, sort: 'r.step', title: 'd.firm', on: 'r."on"' }, `deal_step r ${DEAL} WHERE r."on" IS NOT NULL`),
  },
  {
    key: 'above-scale', zh: '升规', en: 'plants above scale', unit: null, on: [roseAboveScale], of: 'aggregate',
    records: recordsFrom({ ...OF_DEAL, subject: 'r.aggregate_id', record: 'r.id', title: 'd.firm', on: '(r.at AT TIME ZONE t.time_zone)::date' }, `event r ${DEAL.replaceAll('r.deal_id', 'r.aggregate_id')} JOIN district t ON t.id = r.district_id WHERE r.name = '${roseAboveScale.event}'`),
  },
  {
    key: 'yield', zh: '季度产出', en: 'quarterly yields', unit: 'fen', on: [yieldReported, yieldCorrected], of: 'aggregate',
    records: recordsFrom({ ...OF_DEAL, subject: 'r.deal_id', record: `r.deal_id || ':' || r.quarter || ':' || v.sort`, sort: 'v.sort', title: `d.firm || ' · ' || r.quarter`, on: 'r.ends', amount: 'v.amount' }, `${YIELDS} CROSS JOIN LATERAL (VALUES ('output', r.output), ('tax', r.tax), ('investment', r.investment), ('research', r.research)) v(sort, amount)`),
  },
  {
    key: 'yield-jobs', zh: '季度产出', en: 'quarterly yields', unit: 'people', on: [yieldReported, yieldCorrected], of: 'aggregate',
    records: recordsFrom({ ...OF_DEAL, subject: 'r.deal_id', record: `r.deal_id || ':' || r.quarter`, title: `d.firm || ' · ' || r.quarter`, on: 'r.ends', until: 'least(r.next_ends - 1, r.ends + 365)', amount: 'r.jobs' }, YIELDS),
  },
];
