import type { Permits } from '#platform';
import { holds } from '#platform';

/** The district's administrators may do everything in it, its auditors read everything; everyone reads himself. */
export const identityPermits: Permits = (actor, allow) => {
  if (actor.kind !== 'person') return;
  if (holds(actor, 'administrator', actor.district)) allow(['manage'], 'all');
  if (holds(actor, 'auditor', actor.district)) allow(['read', 'read-marks', 'audit'], 'all');
  allow(['read', 'change'], 'Person', { id: actor.id });
};
