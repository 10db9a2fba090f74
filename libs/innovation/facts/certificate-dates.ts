import { daysAfter, endOfLocalDay } from '#kernel';
import { timeZoneOf, type Context } from '#platform';
import { qualificationEnding, qualificationOver, REMIND_BEFORE } from '../domain/qualification.js';

interface Certificate {
  readonly firm: string;
  readonly key: string;
  readonly title: string;
  readonly expiresOn: string;
}

/** Sets the next of a certificate's dates: 180, 90 and 30 days before its end, then the end; those that are past are not told. */
export async function setNextDate(c: Context, aggregate: { readonly id: string; readonly kind: string }, certificate: Certificate, on: string): Promise<void> {
  const timeZone = await timeZoneOf(c);
  const { expiresOn } = certificate;
  const next = REMIND_BEFORE.find((days) => daysAfter(expiresOn, -days) > on);
  // At the beginning of the day, so that a reminder of 30 days comes with 30 days left.
  const at = (day: string) => endOfLocalDay(daysAfter(day, -1), timeZone);
  if (next !== undefined) c.remind(aggregate, qualificationEnding({ ...certificate, days: next }), at(daysAfter(expiresOn, -next)), timeZone);
  else c.remind(aggregate, qualificationOver(certificate), endOfLocalDay(expiresOn, timeZone), timeZone);
}
