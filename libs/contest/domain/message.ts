import { eventType, refusalType } from '#kernel';

export const messageWritten = eventType<{ message: string; callName: string; desk: string; replyTo: string; subject: string; text: string; people: readonly string[] }>('round:message-written', 'When the office writes to those whose state it is.');

export const nobodyToWriteTo = refusalType('message:nobody', 'unmet', '目前没有符合该状态的人。', 'Nobody is in that state now.');
