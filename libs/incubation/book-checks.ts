import { postedFor } from '#ledger';
import type { Invariant } from '#platform';

/** Rent and charges that were paid are in the books. */
export const INCUBATION_CHECKS: readonly Invariant[] = [
  postedFor('a rent payment', 'rent', 'SELECT district_id, id, amount FROM rent_payment'),
  postedFor('a booking', 'booking', 'SELECT district_id, id, CASE WHEN paid_on IS NULL THEN 0 ELSE coalesce(charge, 0) END AS amount FROM booking'),
];
