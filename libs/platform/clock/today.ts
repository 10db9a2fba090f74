import { localDay } from '#kernel';
import type { Context } from '../commands/context.js';
import { timeZoneOf } from './time-zone.js';

/** The day it is in the district, for a command or a reaction. */
export const today = async (c: Context): Promise<string> => localDay(c.now, await timeZoneOf(c));
