import type { Context } from '#platform';
import { untilInThePast } from '../domain/entry.js';

/** The instant that someone named. @throws Refused when it has passed */
export function inFuture(c: Context, at: string): Date {
  const instant = new Date(at);
  if (instant <= c.now) c.refuse(untilInThePast, { at });
  return instant;
}
