import { CONTEST_CHECKS } from '#contest';
import { EXPERTISE_CHECKS } from '#expertise';
import { FUNDING_CHECKS } from '#funding';
import { INCUBATION_CHECKS } from '#incubation';
import { INNOVATION_CHECKS } from '#innovation';
import type { Invariant } from '#platform';

/** Where the records of all modules must say what the books say. */
export const BOOK_CHECKS: readonly Invariant[] = [...CONTEST_CHECKS, ...INCUBATION_CHECKS, ...FUNDING_CHECKS, ...EXPERTISE_CHECKS, ...INNOVATION_CHECKS];
