import { eventType, refusalType } from '#kernel';

/** `own` has for each of `people`, in the same order, what is filled in for him: JSON by field. */
export const messageWritten = eventType<{ message: string; callName: string; desk: string; replyTo: string; subject: string; text: string; people: readonly string[]; own: readonly string[] }>('round:message-written', 'When the office writes to those whose state it is.');

export const nobodyToWriteTo = refusalType('message:nobody', 'unmet', '目前没有符合该状态的人。', 'Nobody is in that state now.');
export const unknownField = refusalType('message:unknown-field', 'invalid', '不能使用以下字段：{fields}；可用：{known}。', 'These fields can’t be filled in: {fields}. There are: {known}.');
