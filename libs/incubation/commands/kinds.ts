import { aggregateKind } from '#platform';

export const platformKind = aggregateKind('platform', 'Platform', (tx, where) => tx.platform.findUnique({ where, include: { aggregate: true } }));
export const incubateeKind = aggregateKind('incubatee', 'Incubatee', (tx, where) =>
  tx.incubatee.findUnique({ where, include: { aggregate: true, milestones: true, reports: true, investments: true } }),
);
export const fundKind = aggregateKind('seed-fund', 'SeedFund', (tx, where) => tx.seedFund.findUnique({ where, include: { aggregate: true } }));
export const proposalKind = aggregateKind('fund-proposal', 'FundProposal', (tx, where) => tx.fundProposal.findUnique({ where, include: { aggregate: true } }));
