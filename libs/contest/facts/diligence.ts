import type { Tx } from '#platform';

/** The last verdict of the due diligence into each entry of a call that was looked into. */
export async function diligenceVerdicts(tx: Tx, district: string, call: string): Promise<Map<string, string>> {
  const rows = await tx.diligence.findMany({ where: { districtId: district, entry: { callId: call } }, orderBy: { id: 'asc' } });
  return new Map(rows.map(({ entryId, verdict }) => [entryId, verdict]));
}

/** Entries that win nothing because of what was found. */
export async function failedDiligence(tx: Tx, district: string, call: string): Promise<Set<string>> {
  return new Set([...(await diligenceVerdicts(tx, district, call))].filter(([, verdict]) => verdict === 'fail').map(([entry]) => entry));
}
