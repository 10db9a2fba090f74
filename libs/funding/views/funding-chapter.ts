import { balancesOf, keyOf } from '#ledger';
import type { Chapter } from '#project';
import { owedOf } from '../domain/pool.js';

/** A project's money: what funds hold of it, loans, grants and subsidies (fen). */
export const fundingChapter: Chapter = {
  name: 'funding',
  async read({ prisma }, actor, project) {
    const where = { districtId: actor.district, projectId: project };
    const order = { include: { aggregate: true }, orderBy: { id: 'asc' } } as const;
    const [holdings, loans, grants, claims] = await Promise.all([
      prisma.holding.findMany({ where, include: { aggregate: true, fund: true, tranches: { orderBy: { number: 'asc' } }, exits: true }, orderBy: { id: 'asc' } }),
      prisma.loan.findMany({ where, include: { aggregate: true, bank: true }, orderBy: { id: 'asc' } }),
      prisma.projectGrant.findMany({ where, include: { aggregate: true, scheme: true, instalments: true }, orderBy: { id: 'asc' } }),
      prisma.subsidyClaim.findMany({ where, ...order }),
    ]);
    const owed = await balancesOf(prisma, actor.district, [project]);
    return {
      holdings: holdings.map(({ id, fund, terms, signedOn, aggregate, tranches, exits }) => ({
        ...{ id, fund: fund.name, instrument: (terms as { instrument: string }).instrument, signedOn, state: aggregate.state },
        tranches: tranches.map(({ number, amount, state, paidOn }) => ({ number, amount: Number(amount), state, paidOn })),
        exits: exits.map(({ on, way, proceeds }) => ({ on, way, proceeds: Number(proceeds) })),
      })),
      loans: loans.map(({ id, bank, grade, asked, granted, drawnOn, aggregate }) => ({ id, bank: bank.name, grade, asked: Number(asked), granted: granted === null ? null : Number(granted), drawnOn, owed: Number(owed.get(keyOf(owedOf({ id, projectId: project }))) ?? 0n), state: aggregate.state })),
      grants: grants.map(({ id, scheme, title, approved, instalments, aggregate }) => ({ id, scheme: scheme.name, title, approved: approved === null ? null : Number(approved), paid: instalments.filter(({ state }) => state === 'paid').reduce((sum, { amount }) => sum + Number(amount), 0), state: aggregate.state })),
      subsidies: claims.map(({ id, ground, amount, paidOn, aggregate }) => ({ id, ground, amount: Number(amount), paidOn, state: aggregate.state })),
    };
  },
};
