import type { Tx } from '#platform';
import { TEMPLATE_NAMES } from '../rules/template-names.js';

/** What names of this district are called in English, by their Chinese: as the office has said it, or as templates bring it. */
export async function englishNames(tx: Tx, district: string): Promise<ReadonlyMap<string, string>> {
  const row = await tx.glossary.findUnique({ where: { districtId: district }, select: { names: true } });
  return new Map([...Object.entries(TEMPLATE_NAMES), ...Object.entries((row?.names ?? {}) as Record<string, string>)]);
}
