import type { Context } from '#platform';
import { roleScope } from './domain/person.js';
import { DISTRICT_ROLES, type Role } from './domain/roles.js';

/** What a role is held on: the district itself, or the thing that is named. @throws Refused where it wants one and none is */
export const scopeOf = (c: Context, role: Role, given: string | undefined): string => (DISTRICT_ROLES.includes(role) ? c.district : (given ?? c.refuse(roleScope, { role })));
