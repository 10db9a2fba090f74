import { eventType, refusalType, stateMachine } from '#kernel';

export const URGENCIES = ['low', 'normal', 'high', 'urgent'] as const;
/** What of a problem everyone may read: nothing, that it is there, or all but the firm’s name. */
export const OPENNESS = ['nothing', 'title', 'all'] as const;

export const problemMachine = stateMachine({
  name: 'problem',
  initial: 'stated',
  states: {
    stated: '需求: stated by the firm',
    introduced: '对接: a solver has taken it up',
    solving: '攻关: worked on under an agreement',
    solved: '解决: accepted by the firm',
    withdrawn: 'taken back by the firm',
  },
  transitions: {
    describe: { from: ['stated', 'introduced'] },
    introduce: { from: ['stated'], to: 'introduced' },
    start: { from: ['introduced'], to: 'solving' },
    'give-up': { from: ['introduced', 'solving'], to: 'stated' },
    accept: { from: ['solving'], to: 'solved' },
    withdraw: { from: ['stated', 'introduced', 'solving'], to: 'withdrawn' },
  },
});

export const introductionMachine = stateMachine({
  name: 'introduction',
  initial: 'offered',
  states: { offered: 'the solver is asked', accepted: 'he will talk to the firm', declined: 'he will not, with a reason', chosen: 'he works on it', passed: 'another was chosen, or it came to nothing' },
  transitions: {
    accept: { from: ['offered'], to: 'accepted' },
    decline: { from: ['offered', 'accepted'], to: 'declined' },
    choose: { from: ['accepted'], to: 'chosen' },
    pass: { from: ['offered', 'accepted', 'chosen'], to: 'passed' },
    rate: { from: ['accepted', 'chosen', 'passed', 'declined'] },
  },
});

export const problemStated = eventType<{ firm: string; title: string; field: string; urgency: string }>('problem:stated', 'When a firm states a technical problem.');
export const problemDescribed = eventType<{ title: string; field: string }>('problem:described', 'When a firm states its problem more clearly.');
export const solverIntroduced = eventType<{ problem: string; title: string; solver: string; people: readonly string[] }>('problem:solver-asked', 'When a solver is asked to look at a problem.');
export const introductionAccepted = eventType<{ problem: string; solver: string; name: string }>('introduction:accepted', 'When a solver will talk to the firm.');
export const introductionDeclined = eventType<{ problem: string; solver: string; name: string; reason: string }>('introduction:declined', 'When a solver will not work on a problem.');
export const introductionRated = eventType<{ problem: string; solver: string; fits: boolean }>('introduction:rated', 'When a firm says whether a solver fits its problem; later matches learn from it.');
export const introductionChosen = eventType<{ problem: string; solver: string }>('introduction:chosen', 'When a firm works with a solver.');
export const introductionPassed = eventType<{ problem: string; solver: string }>('introduction:passed', 'When nothing came of an introduction.');
export const problemTakenUp = eventType<{ title: string; on: string }>('problem:introduced', 'When a solver has taken a problem up.');
export const solvingStarted = eventType<{ title: string; solver: string; number: string; amount: number; people: readonly string[] }>('problem:solving', 'When firm and solver have agreed, and work begins.');
export const solvingGivenUp = eventType<{ title: string; reason: string }>('problem:given-up', 'When a solver could not solve it; it is open to others again.');
export const problemSolved = eventType<{ title: string; solver: string; days: number; rating: number; people: readonly string[] }>('problem:solved', 'When the firm has accepted the solution.');
export const problemWithdrawn = eventType<{ title: string; reason: string }>('problem:withdrawn', 'When a firm takes its problem back.');

export const notYourProblem = refusalType('problem:not-your-project', 'forbidden', '只有项目团队、所在载体或科技局可以提出。', 'Only the project’s team, its platform or the district’s office may state one.');
export const introducedAlready = refusalType('problem:introduced-already', 'conflict', '已向该专家发出过对接邀请。', 'That solver was asked about this problem already.');
export const problemClosed = refusalType('problem:closed', 'conflict', '该难题已{state}，不再对接。', 'The problem is {state}; nobody is introduced to it any more.');
export const solverNotTaking = refusalType('problem:solver-not-taking', 'unmet', '该专家尚未同意对接。', 'The solver has not agreed to talk to the firm.');
export const solverResting = refusalType('solver:resting', 'unmet', '“{name}”暂不承接。', '"{name}" takes nothing on at present.');
export const datesCrossed = refusalType('expertise:dates', 'invalid', '结束日 {to} 早于开始日 {from}。', 'It ends ({to}) before it begins ({from}).');
