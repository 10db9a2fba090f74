import type { Notice } from './notice.js';
import { CHAIN } from './notices/chain.js';
import { INNOVATION } from './notices/innovation.js';
import { POLICIES } from './notices/policies.js';
import { ENTRIES } from './notices/entries.js';
import { EXPERTISE } from './notices/expertise.js';
import { FUNDING } from './notices/funding.js';
import { INCUBATION } from './notices/incubation.js';
import { JUDGING } from './notices/judging.js';
import { PEOPLE } from './notices/people.js';
import { RESULTS } from './notices/results.js';

/** Who hears of what, in which words. */
export const NOTICES: readonly Notice[] = [...PEOPLE, ...ENTRIES, ...JUDGING, ...RESULTS, ...INCUBATION, ...FUNDING, ...EXPERTISE, ...CHAIN, ...INNOVATION, ...POLICIES];
