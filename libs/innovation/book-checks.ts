import { agree, inPot, postedFor } from '#ledger';
import type { Invariant } from '#platform';

/** Where the records of policies must say what the books say. */
export const INNOVATION_CHECKS: readonly Invariant[] = [
  postedFor('a policy’s payment', 'policy', 'SELECT district_id, id, CASE WHEN paid_on IS NULL THEN 0 ELSE amount END AS amount FROM policy_claim'),
  agree('what a policy has promised', `SELECT 'policy ' || r.id AS "where", coalesce((SELECT sum(s.amount) FROM policy_claim s JOIN aggregate a ON a.district_id = s.district_id AND a.id = s.id WHERE s.district_id = r.district_id AND s.policy_id = r.id AND a.state = 'granted'), 0) AS have, ${inPot('r.id', `'promised'`)} AS books FROM policy r WHERE r.budgeted`),
];
