import type { Context } from '#platform';
import { projectLimit } from '../domain/seed-fund.js';

/** Holds the project, and refuses what would put more of one fund into it than the fund allows. Amounts in fen. @throws Refused */
export async function withinLimit(c: Context, { id, perProject }: { id: string; perProject: bigint | null }, project: string, amount: number, except?: string): Promise<void> {
  await c.lock(project);
  if (perProject === null) return;
  const holdings = await c.tx.tranche.aggregate({ where: { districtId: c.district, state: { in: ['due', 'paid'] }, holding: { fundId: id, projectId: project } }, _sum: { amount: true } });
  const approved = await c.tx.fundProposal.findMany({ where: { districtId: c.district, fundId: id, projectId: project, id: except === undefined ? {} : { not: except }, aggregate: { state: 'approved' } } });
  const has = Number(holdings._sum.amount ?? 0n) + approved.reduce((sum, { terms }) => sum + (terms as unknown as { amount: number }).amount, 0);
  if (has + amount > Number(perProject)) c.refuse(projectLimit, { most: Number(perProject) / 100, has: has / 100 });
}
