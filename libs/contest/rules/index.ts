import type { RuleSet } from '#kernel';
import { DISTRICT_CONTEST } from './district-contest.js';
import { NATIONAL_CONTEST } from './national-contest.js';
import { YOUTH_CONTEST } from './youth-contest.js';

/** The rule sets that a call may name for the eligibility of its entries. */
export const ELIGIBILITY_RULES: readonly RuleSet[] = [...NATIONAL_CONTEST, ...YOUTH_CONTEST, ...DISTRICT_CONTEST];

export const ELIGIBILITY_KEYS = [...new Set(ELIGIBILITY_RULES.map(({ key }) => key))];
