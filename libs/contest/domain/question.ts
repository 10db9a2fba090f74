import { eventType, stateMachine } from '#kernel';

export const questionMachine = stateMachine({
  name: 'question',
  initial: 'asked',
  states: { asked: 'waits for the office', answered: 'has the office’s answer' },
  transitions: { answer: { from: ['asked', 'answered'], to: 'answered' } },
});

export const questionAsked = eventType<{ call: string; callName: string; desk: string }>('question:asked', 'When someone asks the office about a call.');
export const questionAnswered = eventType<{ call: string; callName: string; askedBy: string; forAll: boolean }>('question:answered', 'When the office answers, or corrects its answer.');
