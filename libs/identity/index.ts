import type { Feature } from '#platform';
import { lastAdministrator, personMachine, personRegistered, personReinstated, personSuspended, roleGranted, roleScope, roleWithdrawn } from './domain/events.js';
import { identityPermits } from './domain/permits.js';
import { IdentityModule } from './identity.module.js';

export { AUTH, type Auth } from './auth.js';
export { People } from './people.js';
export { ROLES, type Role } from './domain/roles.js';

export const identity: Feature = {
  name: 'identity',
  module: IdentityModule,
  machines: [personMachine],
  events: [personRegistered, roleGranted, roleWithdrawn, personSuspended, personReinstated],
  refusals: [roleScope, lastAdministrator],
  reactions: [],
  permits: identityPermits,
};
