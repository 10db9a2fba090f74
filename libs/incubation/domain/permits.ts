import { holds, scopesOf, type Permits } from '#platform';

/** Teams apply, answer offers, report and book; managers run their own platform and what is in it; mentors see their hours. Nobody decides on a project that he is too near to. */
export const incubationPermits: Permits = (actor, allow, forbid) => {
  allow(['read'], 'Platform');
  allow(['read'], 'Programme');
  allow(['read'], 'Cohort');
  allow(['read'], 'Intake', { aggregate: { is: { state: 'open' } } });
  if (actor.kind !== 'person') return;
  if (holds(actor, 'leader', actor.district)) for (const seen of ['Incubatee', 'Investment', 'Recognition', 'Building', 'Unit', 'Lease', 'Facility', 'Staff', 'Mentor', 'ServiceGiven', 'Activity', 'PlatformYear'] as const) allow(['read'], seen);
  allow(['apply'], 'Intake', { aggregate: { is: { state: 'open' } } });
  allow(['read', 'review'], 'Application', { intake: { is: { reviewers: { has: actor.id } } } });
  allow(['read', 'note'], 'MentorSession', { mentor: { is: { personId: actor.id } } });
  const own = scopesOf(actor, 'team');
  if (own.length > 0) {
    const ofTeam = { projectId: { in: own } };
    allow(['read', 'answer', 'report', 'reach-milestone', 'state-needs', 'describe', 'book'], 'Incubatee', ofTeam);
    allow(['read', 'withdraw'], 'Application', ofTeam);
    allow(['read', 'cancel'], 'Booking', ofTeam);
    allow(['read', 'rate', 'cancel'], 'MentorSession', ofTeam);
    allow(['read', 'hand-in'], 'Participation', ofTeam);
    allow(['read'], 'Lease', { incubatee: { is: ofTeam } });
    const ofItsPlatform = { platform: { is: { incubatees: { some: ofTeam } } } };
    allow(['read'], 'Facility', ofItsPlatform);
    allow(['read'], 'Mentor', ofItsPlatform);
    allow(['read'], 'Activity', ofItsPlatform);
    allow(['read'], 'Investment', ofTeam);
  }
  const managed = scopesOf(actor, 'platform-manager');
  if (managed.length > 0) {
    const here = { platformId: { in: managed } };
    allow(['admit', 'run'], 'Platform', { id: { in: managed } });
    allow(['read', 'set-milestone', 'reach-milestone', 'graduate', 'let-go', 'describe', 'extend', 'open-move', 'report', 'act-on-flag', 'state-needs', 'book'], 'Incubatee', here);
    allow(['read'], 'Incubatee', { aggregate: { is: { state: 'accepted' } } });
    allow(['read'], 'Incubatee', { nextPlatformId: { in: managed } });
    allow(['read'], 'Incubatee', { stays: { some: here } });
    for (const inside of ['Recognition', 'Building', 'Unit', 'Facility', 'Staff', 'Mentor', 'ServiceGiven', 'Activity', 'PlatformYear'] as const) allow(['read'], inside, here);
    allow(['read', 'run'], 'Lease', here);
    allow(['read', 'run', 'cancel'], 'Booking', here);
    allow(['read', 'note', 'cancel'], 'MentorSession', here);
    allow(['read', 'run', 'apply'], 'Intake', here);
    allow(['read', 'decide'], 'Application', here);
    allow(['read', 'run'], 'Programme', here);
    allow(['read', 'run'], 'Cohort', here);
    allow(['read', 'run'], 'Participation', here);
  }
  const near = [...own, ...actor.recused];
  if (near.length > 0) forbid(['decide'], 'Application', { projectId: { in: near } });
};
