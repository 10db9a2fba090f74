import { declaredIn, type Feature } from '#platform';
import * as merges from './domain/merge.js';
import * as organisations from './domain/organisation.js';
import * as people from './domain/person.js';
import * as passwords from './domain/password.js';
import * as phones from './domain/phone.js';
import * as keys from './domain/api-key.js';
import * as ties from './domain/tie.js';
import { identityPermits } from './domain/permits.js';
import { IdentityModule } from './identity.module.js';

export { AUTH, type Auth } from './auth.js';
export { enterPerson } from './enter-person.js';
export { mergePeople } from './merge-people.js';
export { mustBeKnown } from './must-be-known.js';
export { organisationFor } from './organisation-for.js';
export { wrongCreditCode } from './domain/organisation.js';
export { mergeAsked } from './domain/merge.js';
export { personForgotten, personInvited, personMerged, personRegistered, profileChanged } from './domain/person.js';
export { passwordAsked, PASSWORD_LINK, passwordSet } from './domain/password.js';
export { codeFor, phoneAsked, PHONE_CODE } from './domain/phone.js';
export { tieDeclared } from './domain/tie.js';
export { IDENTITY_INVARIANTS } from './invariants.js';
export { People } from './people.js';
export { roleHolders } from './role-holders.js';
export { ROLES, type Role } from './domain/roles.js';

export const identity: Feature = {
  name: 'identity',
  module: IdentityModule,
  ...declaredIn(people, passwords, phones, organisations, ties, merges, keys),
  reactions: [],
  permits: identityPermits,
};
