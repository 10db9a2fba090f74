import type { RuleSet, RuleTable } from '#kernel';
import type { Card } from './card.js';
import { HIGH_TECH, HIGH_TECH_CARD } from './high-tech.js';
import { INNOVATIVE_SME, INNOVATIVE_SME_CARD, LITTLE_GIANT_2022, SPECIALISED_2022 } from './ladder-2022.js';
import { FIRST_RUNG, LITTLE_GIANT_2026, SPECIALISED_2026 } from './ladder-2026.js';
import { MUNICIPAL_TECH_FIRM, TECH_SME, TECH_SME_CARD } from './tech-sme.js';

/** All versions of all rules of firms' qualifications. */
export const QUALIFICATIONS: readonly RuleSet[] = [HIGH_TECH, TECH_SME, MUNICIPAL_TECH_FIRM, ...INNOVATIVE_SME, FIRST_RUNG, ...SPECIALISED_2022, SPECIALISED_2026, ...LITTLE_GIANT_2022, ...LITTLE_GIANT_2026];

/** The cards by which some of them give points. */
export const CARDS: readonly RuleTable<Card>[] = [HIGH_TECH_CARD, TECH_SME_CARD, INNOVATIVE_SME_CARD];
