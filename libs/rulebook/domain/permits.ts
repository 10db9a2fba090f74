import type { Permits } from '#platform';

/** Rules that are decided, and days off, are for everyone to read; drafts are the office's. */
export const rulebookPermits: Permits = (_, allow) => {
  allow(['read'], 'RuleVersion', { inForceFrom: { not: null } });
  allow(['read'], 'Holiday');
};
