import { holds, scopesOf, type Permits } from '#platform';

/**
 * Teams ask, sign, spend and see what is theirs; fund managers run their fund; its committee votes; banks answer. Nobody
 * decides on money for a project that he is too near to.
 */
export const fundingPermits: Permits = (actor, allow, forbid) => {
  if (actor.kind !== 'person') return;
  if (holds(actor, 'leader', actor.district)) {
    for (const seen of ['FundProposal', 'Holding', 'CreditPool', 'Loan', 'ProjectGrant', 'SubsidyClaim', 'LedgerAccount'] as const) allow(['read'], seen);
    for (const inside of ['SeedFund', 'Bank', 'FundProposal'] as const) allow(['audit'], inside);
  }
  allow(['read', 'ask'], 'SeedFund');
  allow(['read', 'ask'], 'Bank');
  allow(['read', 'ask'], 'Scheme');
  allow(['read', 'ask'], 'Subsidy');
  allow(['look-into'], 'SeedFund', { committee: { has: actor.id } });
  allow(['read', 'vote'], 'FundProposal', { fund: { is: { committee: { has: actor.id } } } });
  const own = scopesOf(actor, 'team');
  if (own.length > 0) {
    const ofTeam = { projectId: { in: own } };
    for (const theirs of ['FundProposal', 'Holding', 'CreditScore', 'Loan', 'ProjectGrant', 'SubsidyClaim'] as const) allow(['read'], theirs, ofTeam);
    allow(['withdraw'], 'Loan', ofTeam);
    allow(['sign', 'withdraw', 'spend'], 'ProjectGrant', ofTeam);
  }
  const funds = scopesOf(actor, 'fund-manager');
  if (funds.length > 0) {
    allow(['run', 'enter-investment', 'look-into'], 'SeedFund', { id: { in: funds } });
    allow(['read', 'run'], 'FundProposal', { fundId: { in: funds } });
    allow(['read', 'run'], 'FundProposal', { fundId: null });
    allow(['read', 'run'], 'Holding', { fundId: { in: funds } });
    allow(['read'], 'LedgerAccount', { ownerId: { in: funds } });
  }
  const banks = scopesOf(actor, 'bank-officer');
  if (banks.length > 0) {
    const ofBank = { bankId: { in: banks } };
    allow(['read', 'answer'], 'Loan', ofBank);
    allow(['read'], 'CreditScore', { loans: { some: ofBank } });
    allow(['read'], 'CreditPool', { banks: { some: { id: { in: banks } } } });
    allow(['look-into'], 'Bank', { id: { in: banks } });
    allow(['read'], 'LedgerAccount', { ownerId: { in: banks } });
  }
  if (own.length > 0) for (const run of ['FundProposal', 'Holding'] as const) forbid(['run'], run, { projectId: { in: own } });
  const near = [...own, ...actor.recused];
  if (near.length > 0) {
    const ofNear = { projectId: { in: near } };
    forbid(['vote'], 'FundProposal', ofNear);
    forbid(['decide', 'pay'], 'ProjectGrant', ofNear);
    forbid(['decide', 'pay'], 'SubsidyClaim', ofNear);
    forbid(['answer', 'compensate'], 'Loan', ofNear);
  }
};
