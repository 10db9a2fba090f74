import type { Tx } from '#platform';

/** A project's firm as incubation knows it: the latest that has not declined; null where there is none. */
export const firmOf = (tx: Tx, district: string, project: string) =>
  tx.incubatee.findFirst({ where: { districtId: district, projectId: project, aggregate: { state: { not: 'declined' } } }, include: { aggregate: true, milestones: true }, orderBy: { id: 'desc' } });

/** Fen of rent that a firm paid for its rooms between two days, both included. */
export async function rentPaidBy(tx: Tx, district: string, incubatee: string, from: string, to: string): Promise<bigint> {
  const { _sum } = await tx.rentPayment.aggregate({ where: { districtId: district, lease: { incubateeId: incubatee }, on: { gte: from, lte: to } }, _sum: { amount: true } });
  return _sum.amount ?? 0n;
}
