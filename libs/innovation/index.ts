import { declaredIn, type Feature } from '#platform';
import * as figures from './domain/figures.js';
import * as imports from './domain/firm-import.js';
import * as firms from './domain/firm.js';
import { innovationPermits } from './domain/permits.js';
import * as plans from './domain/plan.js';
import * as statistics from './domain/statistic.js';
import * as issued from './domain/issued-report.js';
import * as simulations from './domain/simulation.js';
import * as policies from './domain/policy.js';
import * as qualifications from './domain/qualification.js';
import { InnovationModule } from './innovation.module.js';
import { assessFirmsOnImport } from './reactions/assess-firms-on-import.js';
import { assessFirmsOnPolicy } from './reactions/assess-firms-on-policy.js';
import { assessFirmsOnUndo } from './reactions/assess-firms-on-undo.js';
import { assessFirmsOnRecount } from './reactions/assess-firms-on-recount.js';
import { assessFirmsOnRule } from './reactions/assess-firms-on-rule.js';
import { assessFirmsOnFacts } from './reactions/assess-firms-on-facts.js';
import { countWhatHappened } from './reactions/count-what-happened.js';
import { expireQualification } from './reactions/expire-qualification.js';
import { followCertificate } from './reactions/follow-certificate.js';
import { takeUpAdmission } from './reactions/take-up-admission.js';
import { takeUpReport } from './reactions/take-up-report.js';
import { POINTS } from './rules/points.js';
import { CARDS, QUALIFICATIONS } from './rules/qualifications.js';

export { INNOVATION_CHECKS } from './book-checks.js';
export { policyGranted, policyPaid, policyRefused } from './domain/policy.js';
export { qualificationCancelled, qualificationEnding, qualificationExpired, qualificationRecognised, qualificationRefused } from './domain/qualification.js';

export const innovation: Feature = {
  name: 'innovation',
  module: InnovationModule,
  ...declaredIn(firms, qualifications, figures, imports, policies, plans, statistics, simulations, issued),
  reactions: [assessFirmsOnFacts, assessFirmsOnImport, assessFirmsOnPolicy, assessFirmsOnRecount, assessFirmsOnRule, assessFirmsOnUndo, followCertificate, expireQualification, takeUpAdmission, takeUpReport, countWhatHappened],
  permits: innovationPermits,
  rules: [...QUALIFICATIONS, ...CARDS, ...POINTS],
};
