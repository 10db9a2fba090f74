import { eventType, refusalType, stateMachine } from '#kernel';

export const mergeMachine = stateMachine({
  name: 'merge-request',
  initial: 'asked',
  states: { asked: 'waits for the other account to confirm', confirmed: 'the two are one', declined: 'the other one said no' },
  transitions: { confirm: { from: ['asked'], to: 'confirmed' }, decline: { from: ['asked'], to: 'declined' } },
});

export const mergeAsked = eventType<{ keeper: string; other: string }>('merge:asked', 'When someone says that another account is his too.');
export const mergeConfirmed = eventType<{ keeper: string; other: string }>('merge:confirmed', 'When the other account confirms that the two are one person.');
export const mergeDeclined = eventType<{ keeper: string; other: string }>('merge:declined', 'When the other account says that they are two.');
export const foundToBeTwo = eventType<{ person: string; other: string }>('person:not-the-same', 'When the office knows two of one name to be two people.');

export const sameOne = refusalType('merge:same-one', 'invalid', '这就是您当前的账号。', 'That is the account you are signed in with.');
