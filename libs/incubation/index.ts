import { declaredIn, type Feature } from '#platform';
import * as cohorts from './domain/cohort.js';
import * as facilities from './domain/facility.js';
import * as incubatees from './domain/incubatee.js';
import * as intakes from './domain/intake.js';
import * as investments from './domain/investment.js';
import * as mentoring from './domain/mentoring.js';
import * as milestones from './domain/milestone.js';
import * as people from './domain/people.js';
import { incubationPermits } from './domain/permits.js';
import * as platforms from './domain/platform.js';
import * as reports from './domain/report.js';
import * as space from './domain/space.js';
import { IncubationModule } from './incubation.module.js';
import { askForNextReport } from './reactions/ask-for-next-report.js';
import { endIntake } from './reactions/end-intake.js';
import { enrolWinner } from './reactions/enrol-winner.js';
import { followMergedPerson } from './reactions/follow-merged-person.js';
import { offerIncubation } from './reactions/offer-incubation.js';
import { ADMISSION } from './rules/admission.js';
import { GRADUATION } from './rules/graduation.js';
import { HEALTH } from './rules/health.js';
import { RECOGNITION } from './rules/recognition.js';

export { INCUBATION_CHECKS } from './book-checks.js';
export { judgedGraduations } from './facts/judged-graduations.js';
export { INCUBATION_RECORDS } from './record-sources.js';
export { participantEnrolled, taskAnswered, taskHandedIn } from './domain/cohort.js';
export { facilityBooked } from './domain/facility.js';
export { contractEnding, contractExtended, incubateeAdmitted, incubateeGraduated, incubateeLeft, incubateeMoved, incubateeRemoved, incubationOffered, moveOpened, offerAccepted } from './domain/incubatee.js';
export { applicationAccepted, applicationRefused, applicationSubmitted, intakeOpened, reviewersNamed } from './domain/intake.js';
export { sessionBooked, sessionCancelled, sessionNoted } from './domain/mentoring.js';
export { platformRecognised } from './domain/platform.js';
export { reportCorrected, reportDue, reportEscalated, reportFiled, reportOverdue } from './domain/report.js';
export { investmentPaid } from './domain/investment.js';
export type { Figures } from './domain/figures.js';
export { figuresIn, monthsReported } from './facts/figures-of.js';
export { firmOf, rentPaidBy } from './facts/firm-of.js';
export { recordInvestment, takeBackInvestment } from './facts/record-investment.js';
export { incubationAgenda } from './views/incubation-agenda.js';
export { incubationChapter } from './views/incubation-chapter.js';

export const incubation: Feature = {
  name: 'incubation',
  module: IncubationModule,
  ...declaredIn(platforms, space, facilities, people, incubatees, milestones, reports, mentoring, intakes, cohorts, investments),
  reactions: [offerIncubation, enrolWinner, askForNextReport, endIntake, followMergedPerson],
  permits: incubationPermits,
  rules: [...ADMISSION, ...HEALTH, ...GRADUATION, ...RECOGNITION],
};
