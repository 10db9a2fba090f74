import { eventType, refusalType, refuse, stateMachine, type Refusal } from '#kernel';
import { TOPICS } from './topics.js';

export const mentorSessionMachine = stateMachine({
  name: 'mentor-session',
  initial: 'booked',
  states: { booked: 'a mentor and a firm are to meet', held: 'they have met; the mentor has noted it', cancelled: 'does not take place' },
  transitions: { note: { from: ['booked', 'held'], to: 'held' }, rate: { from: ['held'], to: 'held' }, cancel: { from: ['booked'], to: 'cancelled' } },
});

export const sessionBooked = eventType<{ mentor: string; mentorName: string; people: readonly string[]; topic: string; startsAt: string; firm: string }>('mentoring:booked', 'When a firm is to meet a mentor.');
export const sessionNoted = eventType<{ minutes: number; mentorName: string }>('mentoring:noted', 'When a mentor has noted how an hour went.');
export const sessionRated = eventType<{ rating: number }>('mentoring:rated', 'When a firm has rated a mentor’s hour.');
export const sessionCancelled = eventType<{ reason: string }>('mentoring:cancelled', 'When a mentor and a firm do not meet.');

export const mentorBusy = refusalType('mentoring:busy', 'conflict', '{name} 或该企业在这段时间已有辅导安排；请换一个时段。', '{name}, or the firm, has another meeting within that time; take another.');
export const mentorGone = refusalType('mentoring:mentor-gone', 'conflict', '{name} 已不再担任导师。', '{name} is no mentor any more.');
export const wrongSheet = refusalType('mentoring:wrong-sheet', 'invalid', '请按“{topic}”评价表逐项打 1—5 分：{questions}。', 'Give 1 to 5 for each question of the sheet "{topic}": {questions}.');

/** Whether a sheet answers each question of its topic, and nothing else, with a whole number from 1 to 5. */
export function checkSheet(topic: string, sheet: Readonly<Record<string, number>>): Refusal | null {
  const questions = TOPICS.find(({ key }) => key === topic)?.questions ?? [];
  const right = Object.keys(sheet).length === questions.length && questions.every(({ key }) => Number.isInteger(sheet[key]) && sheet[key]! >= 1 && sheet[key]! <= 5);
  return right ? null : refuse(wrongSheet, { topic, questions: questions.map(({ key }) => key).join(', ') });
}
