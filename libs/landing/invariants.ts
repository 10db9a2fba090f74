import type { Invariant } from '#platform';

/** What is always so of deals and the sites that they hold. */
export const LANDING_INVARIANTS: readonly Invariant[] = [
  {
    what: 'a deal that has ended holds a site',
    sql: `SELECT 'deal ' || h.deal_id AS "where", 'site ' || h.site_id AS detail FROM site_hold h JOIN aggregate a ON a.district_id = h.district_id AND a.id = h.deal_id WHERE a.state = 'ended' AND h.until IS NULL`,
  },
  {
    what: 'a deal with a contract for a site does not hold it',
    sql: `SELECT 'deal ' || d.id AS "where", 'site ' || d.site_id AS detail FROM deal d JOIN aggregate a ON a.district_id = d.district_id AND a.id = d.id
      WHERE a.state NOT IN ('intent', 'negotiating', 'ended') AND d.site_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM site_hold h WHERE h.district_id = d.district_id AND h.deal_id = d.id AND h.site_id = d.site_id AND h.until IS NULL)`,
  },
];
