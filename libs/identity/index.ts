import { declaredIn, type Feature } from '#platform';
import * as people from './domain/person.js';
import { identityPermits } from './domain/permits.js';
import { IdentityModule } from './identity.module.js';

export { AUTH, type Auth } from './auth.js';
export { People } from './people.js';
export { roleHolders } from './role-holders.js';
export { ROLES, type Role } from './domain/roles.js';

export const identity: Feature = {
  name: 'identity',
  module: IdentityModule,
  ...declaredIn(people),
  reactions: [],
  permits: identityPermits,
};
