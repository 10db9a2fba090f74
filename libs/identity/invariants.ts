import type { Invariant } from '#platform';

/** What is always so of people and what they hold. */
export const IDENTITY_INVARIANTS: readonly Invariant[] = [
  {
    what: 'someone who was merged into another still holds a role',
    sql: `SELECT 'person ' || p.id AS "where", g.role AS detail FROM person p JOIN role_grant g ON g.district_id = p.district_id AND g.person_id = p.id WHERE p.merged_into IS NOT NULL`,
  },
  {
    what: 'a role is held on a thing that is not there',
    sql: `SELECT 'person ' || g.person_id AS "where", g.role || ' on ' || g.scope_id AS detail FROM role_grant g
      LEFT JOIN aggregate a ON a.district_id = g.district_id AND a.id = g.scope_id WHERE g.scope_id <> g.district_id AND a.id IS NULL`,
  },
];
