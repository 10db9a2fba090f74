import { localDay, refusalType } from '#kernel';
import type { Context } from '../commands/context.js';
import { timeZoneOf } from './time-zone.js';

export const dayToCome = refusalType('day:to-come', 'invalid', '{on} 尚未到来（今天是 {today}）；请在发生之后登记。', '{on} is still to come (it is {today}); enter what happens then when it has.');

/** The day it is in the district, for a command or a reaction. */
export const today = async (c: Context): Promise<string> => localDay(c.now, await timeZoneOf(c));

/** Refuses to put down as done what is to come. @throws Refused */
export async function notAhead(c: Context, ...days: readonly string[]): Promise<void> {
  const day = await today(c);
  const ahead = days.find((on) => on > day);
  if (ahead !== undefined) c.refuse(dayToCome, { on: ahead, today: day });
}
