import { aggregateKind } from '#platform';

export const platformKind = aggregateKind('platform', 'Platform', (tx, where) => tx.platform.findUnique({ where, include: { aggregate: true } }));
export const incubateeKind = aggregateKind('incubatee', 'Incubatee', (tx, where) =>
  tx.incubatee.findUnique({ where, include: { aggregate: true, platform: true, stays: { orderBy: { from: 'asc' } }, milestones: true, reports: { where: { current: true }, orderBy: { period: 'asc' } }, investments: true } }),
);
export const leaseKind = aggregateKind('lease', 'Lease', (tx, where) => tx.lease.findUnique({ where, include: { aggregate: true, unit: true, incubatee: true } }));
export const bookingKind = aggregateKind('booking', 'Booking', (tx, where) => tx.booking.findUnique({ where, include: { aggregate: true, facility: true } }));
export const mentorSessionKind = aggregateKind('mentor-session', 'MentorSession', (tx, where) => tx.mentorSession.findUnique({ where, include: { aggregate: true, mentor: true } }));
export const intakeKind = aggregateKind('intake', 'Intake', (tx, where) => tx.intake.findUnique({ where, include: { aggregate: true, platform: { include: { aggregate: true } }, cohort: { include: { aggregate: true } } } }));
export const applicationKind = aggregateKind('application', 'Application', (tx, where) => tx.application.findUnique({ where, include: { aggregate: true, reviews: true, intake: { include: { cohort: { include: { aggregate: true } } } } } }));
export const programmeKind = aggregateKind('programme', 'Programme', (tx, where) => tx.programme.findUnique({ where, include: { aggregate: true } }));
export const cohortKind = aggregateKind('cohort', 'Cohort', (tx, where) => tx.cohort.findUnique({ where, include: { aggregate: true, programme: true, participations: { include: { aggregate: true }, orderBy: { id: 'asc' } } } }));
export const participationKind = aggregateKind('participation', 'Participation', (tx, where) => tx.participation.findUnique({ where, include: { aggregate: true, cohort: { include: { aggregate: true } } } }));
