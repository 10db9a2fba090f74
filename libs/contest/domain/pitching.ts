import { eventType, refusalType } from '#kernel';

/** Where a pitch is: its team presents, answers questions, or has ended and is being marked. */
export type Phase = 'presenting' | 'answering' | 'marking';

export interface Pitching {
  readonly entry: string | null;
  readonly phase: Phase | null;
}

/** A turn of the running order: absent ones have been called and were not there. */
export interface Slot {
  readonly entry: string;
  readonly slot: number;
  readonly pitched: boolean;
}

/** What the key does next: from presenting to answering to marking, and then to the first in the order who has not pitched; nothing when all have. */
export function nextStep(now: Pitching, slots: readonly Slot[], { answer }: { readonly answer: number }): Pitching {
  if (now.phase === 'presenting') return { entry: now.entry, phase: answer > 0 ? 'answering' : 'marking' };
  if (now.phase === 'answering') return { entry: now.entry, phase: 'marking' };
  const next = [...slots].sort((a, b) => a.slot - b.slot).find(({ entry, pitched }) => !pitched && entry !== now.entry);
  return next ? { entry: next.entry, phase: 'presenting' } : { entry: null, phase: null };
}

export const orderDrawn = eventType<{ call: string; seed: string; commitment: string; entries: number }>('round:order-drawn', 'When the running order of a pitch day is drawn, and its seed published.');
export const pitchMoved = eventType<{ entry: string | null; phase: string | null; endsAt: string | null }>('round:pitch-moved', 'When a pitch begins, goes on to questions, ends, or the next one is called.');
export const pitchPutBack = eventType<{ entry: string }>('round:pitch-put-back', 'When a team is not there and its turn comes after the others.');
export const timerSet = eventType<{ seconds: number; endsAt: string }>('round:timer-set', 'When the office gives or takes time.');
export const boardSet = eventType<{ board: string; unveiled: number }>('round:board-set', 'When the office shows the scoreboard, freezes it, hides it, or unveils a place.');

export const noPitchDay = refusalType('pitch:none', 'conflict', '本轮没有路演。', 'This round has no pitches.');
export const orderDrawnAlready = refusalType('pitch:order-drawn', 'conflict', '出场顺序已经抽定并公布，不能重抽。', 'The running order is drawn and published; it can’t be drawn again.');
export const orderNotDrawn = refusalType('pitch:order-not-drawn', 'conflict', '请先抽签确定出场顺序。', 'Draw the running order first.');
export const notPitchedYet = refusalType('pitch:not-yet', 'conflict', '该项目尚未路演完毕，暂不能提交评分；已填写的内容会保存。', 'This entry has not finished its pitch; what you type is kept, hand it in then.');
export const noTimer = refusalType('pitch:no-timer', 'conflict', '现在没有计时。', 'No timer is running.');
export const nothingToUnveil = refusalType('board:nothing-to-unveil', 'conflict', '名次已全部揭晓，或尚未排名。', 'All places are unveiled, or there is no ranking yet.');
