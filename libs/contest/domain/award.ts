import { eventType, refusalType, stateMachine } from '#kernel';

export const awardMachine = stateMachine({
  name: 'award',
  initial: 'granted',
  states: { granted: 'won; its money, where there is any, is to be paid', paid: 'its money is paid', declined: 'its winner does not take it' },
  transitions: { pay: { from: ['granted'], to: 'paid' }, decline: { from: ['granted'], to: 'declined' }, correct: { from: ['paid', 'declined'], to: 'granted' } },
});

export const awardGranted = eventType<{ call: string; prize: string; place: number; money: number }>('award:granted', 'When results stand and an entry has its prize.');
export const awardPaid = eventType<{ prize: string; money: number; on: string; reference: string }>('award:paid', 'When a prize’s money is paid.');
export const awardDeclined = eventType<{ prize: string; reason: string }>('award:declined', 'When a winner does not take a prize.');
export const awardCorrected = eventType<{ prize: string; reason: string }>('award:corrected', 'When what was put down of a prize’s payment was wrong.');

export const nothingToPay = refusalType('award:nothing-to-pay', 'conflict', '该奖项没有奖金。', 'This prize comes without money.');
