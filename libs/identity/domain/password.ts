import { eventType, refusalType } from '#kernel';

/** The purpose of links by which someone sets a new password. */
export const PASSWORD_LINK = 'password';
export const PASSWORD_LEAST = 10;
export const PASSWORD_MOST = 128;
const LINK_MINUTES = 60;
/** Between two mails to one person. */
const WAITS_SECONDS = 60;

export const linkIsOver = (asked: Date, now: Date): boolean => now.getTime() - asked.getTime() > LINK_MINUTES * 60_000;

export const askedJustNow = (asked: Date | null, now: Date): boolean => asked !== null && now.getTime() - asked.getTime() < WAITS_SECONDS * 1000;

export const passwordAsked = eventType<{ person: string; asked: string }>('person:password-asked', 'When a link for a new password is sent to someone, because he or somebody in his name has asked for it.');
export const passwordSet = eventType<{ person: string }>('person:password-set', 'When someone has set a new password by a link; every session of his has ended.');

export const passwordLinkOver = refusalType('password:link-over', 'conflict', '该链接已失效：链接一小时内有效，且只能使用一次。请重新申请。', 'This link is over: it holds for an hour and works once. Ask for another one.');
export const passwordTooCommon = refusalType('password:too-common', 'invalid', '该密码过于常见，很容易被猜中，请换一个。', 'This is one of the most common passwords and soon guessed. Take another one.');
