import { declaredIn, type Feature } from '#platform';
import * as scores from './domain/credit-score.js';
import * as proposals from './domain/fund-proposal.js';
import * as grants from './domain/grant.js';
import * as holdings from './domain/holding.js';
import * as loans from './domain/loan.js';
import { fundingPermits } from './domain/permits.js';
import * as pools from './domain/pool.js';
import * as schemes from './domain/scheme.js';
import * as funds from './domain/seed-fund.js';
import * as subsidies from './domain/subsidy.js';
import * as terms from './domain/term-sheet.js';
import { FundingModule } from './funding.module.js';
import { checkDue } from './reactions/check-due.js';
import { proposeToFunds } from './reactions/propose-to-funds.js';
import { settleProposal } from './reactions/settle-proposal.js';
import { CREDIT_RULES } from './rules/credit-score.js';
import { SUBSIDY_RULES } from './rules/subsidies.js';

export { FUNDING_CHECKS } from './book-checks.js';
export { creditGrades, creditScored, type CreditScored } from './facts/credit-scored.js';
export { FUNDING_RECORDS } from './record-sources.js';
export { fundAsked, proposalApproved, proposalDropped, proposedToFunds, votePut } from './domain/fund-proposal.js';
export { grantAccepted, grantApproved, grantCountersigned, grantFailed, grantRefused, grantSigned, grantSubmitted, instalmentPaid } from './domain/grant.js';
export { loanAccepted, loanApplied, loanCompensated, loanOverdue, loanRefused } from './domain/loan.js';
export { bankStopped, bankWarned } from './domain/pool.js';
export { subsidyClaimed, subsidyGranted, subsidyPaid, subsidyRefused } from './domain/subsidy.js';
export { fundingChapter } from './views/funding-chapter.js';

export const funding: Feature = {
  name: 'funding',
  module: FundingModule,
  ...declaredIn(funds, proposals, terms, holdings, scores, pools, loans, schemes, grants, subsidies),
  reactions: [proposeToFunds, settleProposal, checkDue],
  permits: fundingPermits,
  rules: [...SUBSIDY_RULES, ...CREDIT_RULES],
};
