import type { Tx } from '#platform';
import type { CertificateSeen, FirmSeen, PaperSeen } from '../domain/firm-seen.js';
import type { MetricValue } from '../domain/metrics.js';
import { recordsOf } from './merged-records.js';

/**
 * Firms as they are known, or were known at a moment: of each fact the one recorded last, of the firm or of what was merged into
 * it. A firm that was merged away is not among them.
 */
export async function firmsSeen(tx: Tx, district: string, ids: readonly string[], knownAt?: Date): Promise<FirmSeen[]> {
  const firms = await tx.firm.findMany({ where: { districtId: district, id: { in: [...ids] }, mergedIntoId: null } });
  const heads = await recordsOf(tx, district, firms.map(({ id }) => id));
  const of = { districtId: district, firmId: { in: [...heads.keys()] } };
  const known = knownAt === undefined ? {} : { recordedAt: { lte: knownAt } };
  const [facts, papers, qualifications] = await Promise.all([
    tx.firmFact.findMany({ where: { ...of, ...known }, orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }], select: { firmId: true, metric: true, period: true, value: true } }),
    tx.firmPaper.findMany({ where: { ...of, ...known, withdrawnOn: null } }),
    tx.qualification.findMany({ where: of }),
  ]);
  const own = <T extends { readonly firmId: string }>(rows: readonly T[]) => Map.groupBy(rows, ({ firmId }) => heads.get(firmId)!);
  const [factsOf, papersOf, claimsOf] = [own(facts), own(papers), own(qualifications)];
  return firms.map(({ id, name, registeredOn, industry }): FirmSeen => {
    const rows = factsOf.get(id) ?? [];
    const latest = (which: (period: string) => boolean, key: (row: (typeof rows)[number]) => string) => new Map(rows.filter(({ period }) => which(period)).map((row) => [key(row), row.value as MetricValue]));
    const claims = claimsOf.get(id) ?? [];
    return {
      ...{ id, name, registeredOn, industry },
      years: latest((period) => period !== '', ({ metric, period }) => `${metric} ${period}`),
      standing: latest((period) => period === '', ({ metric }) => metric),
      papers: (papersOf.get(id) ?? []).map(({ register, kind, on, until, own: ours, inUse, highValue, amount }): PaperSeen => ({ register, kind, on, until, own: ours, inUse, highValue, amount: amount === null ? null : Number(amount) })),
      certificates: claims.flatMap(({ key, issuedOn, expiresOn, endedOn }): CertificateSeen[] => (issuedOn === null ? [] : [{ key, issuedOn, expiresOn, endedOn }])),
      appliedBefore: claims.length > 0,
    };
  });
}
