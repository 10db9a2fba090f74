import { CONTEST_INVARIANTS } from '#contest';
import { IDENTITY_INVARIANTS } from '#identity';
import { LANDING_INVARIANTS } from '#landing';
import { PLATFORM_INVARIANTS, type Invariant } from '#platform';

/** What must always be so of all modules' rows. */
export const INVARIANTS: readonly Invariant[] = [...PLATFORM_INVARIANTS, ...IDENTITY_INVARIANTS, ...CONTEST_INVARIANTS, ...LANDING_INVARIANTS];
