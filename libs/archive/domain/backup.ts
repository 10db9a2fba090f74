import { eventType, refusalType, stateMachine } from '#kernel';

export const backupMachine = stateMachine({
  name: 'backup',
  initial: 'asked',
  states: { asked: 'is being written', done: 'is written, and read through once', failed: 'came to nothing; the reason is kept' },
  transitions: { finish: { from: ['asked'], to: 'done' }, fail: { from: ['asked'], to: 'failed' }, remove: { from: ['done'] } },
});

export const backupAsked = eventType<{ scheduled: boolean }>('backup:asked', 'When a backup is asked for, by a person or by the hour.');
export const backupDone = eventType<{ folder: string; rows: number; files: number; bytes: number }>('backup:done', 'When a backup is written and was read through.');
export const backupFailed = eventType<{ reason: string }>('backup:failed', 'When a backup could not be written.');
export const backupRemoved = eventType<{ folder: string }>('backup:removed', 'When an old backup made room for later ones.');

export const backupUnderWay = refusalType('backup:under-way', 'conflict', '已有一次备份正在进行，请等它完成。', 'A backup is being written. Wait until it is done.');
