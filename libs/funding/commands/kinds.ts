import { aggregateKind } from '#platform';

export const fundKind = aggregateKind('seed-fund', 'SeedFund', (tx, where) => tx.seedFund.findUnique({ where, include: { aggregate: true, contributors: { orderBy: { id: 'asc' } } } }));
export const proposalKind = aggregateKind('fund-proposal', 'FundProposal', (tx, where) => tx.fundProposal.findUnique({ where, include: { aggregate: true, fund: { include: { aggregate: true } }, votes: true, follows: true } }));
export const holdingKind = aggregateKind('holding', 'Holding', (tx, where) => tx.holding.findUnique({ where, include: { aggregate: true, fund: true, tranches: { orderBy: { number: 'asc' } }, exits: true } }));
export const poolKind = aggregateKind('credit-pool', 'CreditPool', (tx, where) => tx.creditPool.findUnique({ where, include: { aggregate: true } }));
export const bankKind = aggregateKind('bank', 'Bank', (tx, where) => tx.bank.findUnique({ where, include: { aggregate: true, pool: true } }));
export const scoreKind = aggregateKind('credit-score', 'CreditScore', (tx, where) => tx.creditScore.findUnique({ where, include: { aggregate: true } }));
export const loanKind = aggregateKind('loan', 'Loan', (tx, where) => tx.loan.findUnique({ where, include: { aggregate: true, pool: true, bank: { include: { aggregate: true } }, dues: { orderBy: { number: 'asc' } }, payments: true } }));
export const schemeKind = aggregateKind('scheme', 'Scheme', (tx, where) => tx.scheme.findUnique({ where, include: { aggregate: true } }));
export const grantKind = aggregateKind('grant', 'ProjectGrant', (tx, where) => tx.projectGrant.findUnique({ where, include: { aggregate: true, scheme: true, instalments: { orderBy: { number: 'asc' } }, spendings: true } }));
export const subsidyKind = aggregateKind('subsidy', 'Subsidy', (tx, where) => tx.subsidy.findUnique({ where, include: { aggregate: true } }));
export const claimKind = aggregateKind('subsidy-claim', 'SubsidyClaim', (tx, where) => tx.subsidyClaim.findUnique({ where, include: { aggregate: true, subsidy: { include: { aggregate: true } } } }));
