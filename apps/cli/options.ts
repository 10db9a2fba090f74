import { Refused } from './refused.js';

const number = (holds: (value: number) => boolean, what: string) => (text: string): number => {
  const value = Number(text);
  if (text.trim() === '' || !holds(value)) throw new Refused(`${text} is not ${what}`);
  return value;
};

export const whole = number((value) => Number.isSafeInteger(value) && value > 0, 'a whole number above 0');

export const positive = number((value) => value > 0, 'a number above 0');

export const chance = number((value) => value > 0 && value <= 1, 'a number above 0 and up to 1');
