import { eventType, refusalType } from '#kernel';

/** The purpose of codes that show that a number is someone’s. */
export const PHONE_CODE = 'phone';
export const PHONE_TRIES = 5;
/** Between two codes. */
export const PHONE_WAITS_SECONDS = 60;
const CODE_MINUTES = 10;

/** A mobile number in E.164: eleven digits are one of the mainland; null where it is none. */
export function numberOf(typed: string): string | null {
  const digits = typed.replace(/[\s()-]/g, '');
  if (/^1[3-9]\d{9}$/.test(digits)) return `+86${digits}`;
  return /^\+86/.test(digits) ? (/^\+861[3-9]\d{9}$/.test(digits) ? digits : null) : /^\+[1-9]\d{6,14}$/.test(digits) ? digits : null;
}

/** What a code is made for: one asking of one person. */
export const codeFor = (person: string, asked: Date): string => `${person} ${asked.toISOString()}`;

export const codeIsOver = (asked: Date, now: Date): boolean => now.getTime() - asked.getTime() > CODE_MINUTES * 60_000;

export const phoneAsked = eventType<{ person: string; asked: string }>('person:phone-asked', 'When a code is sent to a number that someone says is his.');
export const phoneConfirmed = eventType<{ person: string }>('person:phone-confirmed', 'When someone typed the code that was sent to his number.');
export const phoneDropped = eventType<{ person: string }>('person:phone-dropped', 'When someone wants no more text messages.');

export const phoneWrong = refusalType('phone:wrong', 'invalid', '“{phone}”不是手机号码：请填 11 位号码，境外号码请以 + 和国家代码开头。', '"{phone}" is no mobile number: eleven digits, or + with the country first.');
export const tooSoon = refusalType('phone:too-soon', 'conflict', '验证码刚刚发送，请 {seconds} 秒后再试。', 'A code was sent a moment ago: wait {seconds} seconds.');
export const noPhoneAsked = refusalType('phone:no-code', 'conflict', '验证码已失效，请重新获取。', 'No code waits to be typed, or it is over: ask for a new one.');
export const wrongCode = refusalType('phone:wrong-code', 'unmet', '验证码不正确，请核对短信后重新输入。', 'The code is not right: look at the message again.');
export const noTexts = refusalType('phone:no-texts', 'conflict', '本系统未接入短信，暂不能绑定手机号。', 'This installation sends no text messages.');
