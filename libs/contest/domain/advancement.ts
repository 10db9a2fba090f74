import { stateMachine } from '#kernel';

export const RESULTS = ['gold', 'silver', 'bronze', 'excellence', 'none'] as const;

export const advancementMachine = stateMachine({
  name: 'advancement',
  initial: 'advanced',
  states: { advanced: 'takes part in the upper contest', placed: 'has its result there' },
  transitions: { place: { from: ['advanced', 'placed'], to: 'placed' } },
});
