import { localDay } from '#kernel';
import { timeZoneOf, type Context } from '#platform';

/** The day it is in the district. */
export const today = async (c: Context): Promise<string> => localDay(c.now, await timeZoneOf(c));
