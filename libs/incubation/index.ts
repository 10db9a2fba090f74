import { declaredIn, type Feature } from '#platform';
import * as proposals from './domain/fund-proposal.js';
import * as incubatees from './domain/incubatee.js';
import { incubationPermits } from './domain/permits.js';
import * as platforms from './domain/platform.js';
import * as funds from './domain/seed-fund.js';
import { IncubationModule } from './incubation.module.js';
import { askForNextReport } from './reactions/ask-for-next-report.js';
import { proposeToFunds } from './reactions/propose-to-funds.js';
import { settleProposal } from './reactions/settle-proposal.js';
import { offerIncubation } from './reactions/offer-incubation.js';

export { incubateeAdmitted, incubateeGraduated, incubationOffered, offerAccepted, reportDue, reportFiled } from './domain/incubatee.js';
export { investmentPaid } from './domain/seed-fund.js';
export { incubationChapter } from './views/incubation-chapter.js';

export const incubation: Feature = {
  name: 'incubation',
  module: IncubationModule,
  ...declaredIn(platforms, incubatees, funds, proposals),
  reactions: [offerIncubation, proposeToFunds, settleProposal, askForNextReport],
  permits: incubationPermits,
};
