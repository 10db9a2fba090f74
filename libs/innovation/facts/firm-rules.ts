import type { Tx } from '#platform';
import { rulesOf } from '#rulebook';
import type { FirmRules } from '../domain/assess.js';
import { CARDS, QUALIFICATIONS } from '../rules/qualifications.js';

/** The rules of qualifications that hold in a district, with its own versions. */
export const firmRules = async (tx: Tx, district: string): Promise<FirmRules> => ({ sets: await rulesOf(tx, district, QUALIFICATIONS), cards: await rulesOf(tx, district, CARDS) });
