import { eventType, refusalType, stateMachine } from '#kernel';

export const PROGRAMME_KINDS = ['camp', 'acceleration'] as const;
export const SESSION_KINDS = ['session', 'demo-day'] as const;

export const programmeMachine = stateMachine({
  name: 'programme',
  initial: 'offered',
  states: { offered: 'runs from term to term', ended: 'is not offered any more' },
  transitions: { end: { from: ['offered'], to: 'ended' } },
});
export const cohortMachine = stateMachine({
  name: 'cohort',
  initial: 'running',
  states: { running: 'takes participants and meets', closed: 'is over; who took part to the end has completed it' },
  transitions: { plan: { from: ['running'], to: 'running' }, close: { from: ['running'], to: 'closed' } },
});
export const participationMachine = stateMachine({
  name: 'participation',
  initial: 'enrolled',
  states: { enrolled: 'takes part', completed: 'has taken part to the end', withdrawn: 'has left before the end' },
  transitions: { 'hand-in': { from: ['enrolled'], to: 'enrolled' }, return: { from: ['enrolled'], to: 'enrolled' }, complete: { from: ['enrolled'], to: 'completed' }, withdraw: { from: ['enrolled'], to: 'withdrawn' } },
});

export const programmeSetUp = eventType<{ platform: string; name: string }>('programme:set-up', 'When a platform sets up a programme.');
export const programmeEnded = eventType<{ name: string }>('programme:ended', 'When a programme is not offered any more.');
export const cohortOpened = eventType<{ programme: string; name: string; from: string; to: string }>('cohort:opened', 'When a term of a programme is set.');
export const cohortPlanned = eventType<{ what: string; title: string }>('cohort:planned', 'When a session, a task or a paper is added to a term.');
export const cohortAttended = eventType<{ session: string; came: number }>('cohort:attended', 'When it is put down who came to a session.');
export const interestTaken = eventType<{ session: string; who: string }>('cohort:interest-taken', 'When someone at a demo day is interested in a participant, or something came of it.');
export const cohortClosed = eventType<{ name: string; completed: number }>('cohort:closed', 'When a term is over.');
export const participantEnrolled = eventType<{ cohort: string; name: string; programme: string; from: string }>('cohort:enrolled', 'When a project takes part in a term.');
export const participantCompleted = eventType<{ cohort: string; name: string; sessions: number; of: number }>('cohort:completed', 'When a project has taken part in a term to the end.');
export const participantWithdrawn = eventType<{ cohort: string; name: string; reason: string }>('cohort:withdrawn', 'When a project leaves a term before its end.');
export const taskHandedIn = eventType<{ task: string; title: string; platform: string; firm: string }>('task:handed-in', 'When a participant hands in a task.');
export const taskAnswered = eventType<{ task: string; title: string; verdict: string }>('task:answered', 'When a task handed in is accepted or returned.');

export const cohortFull = refusalType('cohort:full', 'conflict', '“{cohort}”的 {places} 个名额已满。', 'The {places} places of "{cohort}" are taken.');
export const cohortIsClosed = refusalType('cohort:closed', 'conflict', '“{cohort}”已经结束。', '"{cohort}" is over.');
export const enrolledAlready = refusalType('cohort:enrolled-already', 'conflict', '本项目已在“{cohort}”。', 'The project takes part in "{cohort}" already.');
export const noSuchPart = refusalType('cohort:unknown-part', 'missing', '“{cohort}”没有这项内容。', 'There is no such thing in "{cohort}".');
export const notParticipants = refusalType('cohort:not-participants', 'invalid', '所列名单中有 {count} 个不是本期学员。', '{count} of those named do not take part in this term.');
export const acceptedTask = refusalType('task:accepted-already', 'conflict', '作业已通过，不能再交。', 'The task has been accepted and can’t be handed in again.');
