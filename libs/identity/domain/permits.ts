import type { Permits } from '#platform';
import { holds } from '#platform';

/** The district's administrators may do everything in it, its auditors read everything; everyone reads himself. */
export const identityPermits: Permits = (actor, allow) => {
  // Who has a link that was sent to an address reads its mail, signed in or not.
  allow(['verify-address', 'accept-invitation', 'set-password'], 'Person');
  allow(['ask-password'], 'District');
  allow(['answer'], 'MergeRequest');
  if (actor.kind !== 'person') return;
  if (holds(actor, 'administrator', actor.district)) allow(['manage'], 'all');
  if (holds(actor, 'auditor', actor.district)) allow(['read', 'read-marks', 'audit'], 'all');
  allow(['read', 'change', 'declare-tie', 'forget'], 'Person', { id: actor.id });
  allow(['read', 'revoke'], 'ApiKey', { personId: actor.id });
};
