import { postedFor } from '#ledger';
import type { Invariant } from '#platform';

/** Envoys' fees that were paid are in the books. */
export const EXPERTISE_CHECKS: readonly Invariant[] = [postedFor('a part of an envoy’s fee', 'envoy', 'SELECT district_id, id, amount FROM envoy_payment')];
