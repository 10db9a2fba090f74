import type { Permits } from '#platform';

/** Everyone has an inbox, and only his own; how his mails come is his to say. */
export const notifyPermits: Permits = (actor, allow) => {
  if (actor.kind === 'person') allow(['set-own-habits'], 'District', { id: actor.district });
};
