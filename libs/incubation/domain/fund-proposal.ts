import { eventType, stateMachine } from '#kernel';

export const proposalMachine = stateMachine({
  name: 'fund-proposal',
  initial: 'proposed',
  states: { proposed: 'a winner, for the seed funds to look at', invested: 'a fund has invested in its project', dropped: 'the funds do not invest, with a reason' },
  transitions: { invest: { from: ['proposed', 'dropped'], to: 'invested' }, drop: { from: ['proposed'], to: 'dropped' } },
});

export const proposedToFunds = eventType<{ entry: string; title: string }>('fund:proposed', 'When a winner is proposed to the seed funds.');
export const proposalInvested = eventType<{ title: string }>('fund:proposal-invested', 'When a fund invests in a project that was proposed.');
export const proposalDropped = eventType<{ title: string; reason: string }>('fund:proposal-dropped', 'When the funds do not invest in a winner.');
