import { filledIn, localDay, localTime, type EventType, type Payload } from '#kernel';
import type { Role } from '#identity';

/** Who is told: one person named in the event, those in a list of it, or everyone who holds a role on something. */
export type Audience =
  | { readonly person: string }
  /** Everyone in a list of the event's payload. */
  | { readonly people: string }
  /** `on`: the event's project, a field of its payload, the whole district, or any thing at all. */
  | { readonly role: Role; readonly on: 'project' | 'district' | 'anything' | { readonly field: string } };

/** How a mail goes out: at once, gathered once a day, or not at all. */
export const MAILINGS = ['now', 'daily', 'never'] as const;
export type Mailing = (typeof MAILINGS)[number];

export interface Words {
  readonly subject: string;
  readonly text: string;
}

/** A notice as data: what wakes it, who hears of it, in which words; `{field}` is filled from the event. */
export interface Notice {
  readonly kind: string;
  readonly on: EventType<never>;
  readonly to: Audience;
  /** Told only where no such event of the same thing has the same value in `same`. */
  readonly unless?: { readonly event: Pick<EventType, 'event'>; readonly same: string };
  /** A link that only the receiver of the mail has, to the thing the event is of; `{link}` in the words. */
  readonly link?: NoticeLink;
  /** The payload's field with the address that answers go to. */
  readonly replyTo?: string;
  /** What the law or the rules say must reach him: it can't be switched off, gathered or held. */
  readonly legal?: true;
  /** How its mail goes out where nobody said anything else; at once where it is left out. */
  readonly mail?: Mailing;
  /** Urgent: it also goes out as a text message; `code`: only so, with `{code}`, to the number that its reader says is his. */
  readonly text?: true | 'code';
  readonly zh: Words;
  readonly en: Words;
}

export interface NoticeLink {
  readonly purpose: string;
  readonly path: string;
  /** Whether the inbox shows it too; not where the mail itself is what counts. */
  readonly inApp: boolean;
  /** The payload's field with the instant from which the link holds: it is of one asking, not of the thing for ever. */
  readonly asked?: string;
}

/** Declares a notice; its fields are checked against the event's payload. */
export const notice = <P extends Payload>(declared: {
  kind: string;
  on: EventType<P>;
  to: { person: keyof P & string } | { people: keyof P & string } | { role: Role; on: 'project' | 'district' | 'anything' | { field: keyof P & string } };
  unless?: { event: Pick<EventType, 'event'>; same: keyof P & string };
  link?: NoticeLink;
  replyTo?: keyof P & string;
  legal?: true;
  mail?: Mailing;
  text?: true | 'code';
  zh: Words;
  en: Words;
}): Notice => declared as unknown as Notice;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** Fen as people read money: `{amount:yuan}`. */
const inYuan = (text: string, payload: Payload): string => text.replace(/\{(\w+):yuan\}/g, (_, name: string) => (Number(payload[name]) / 100).toLocaleString('en', { maximumFractionDigits: 2 }));

/** Instants as people read them, by the clocks of the district. */
const inZone = (payload: Payload, zone: string): Payload =>
  Object.fromEntries(Object.entries(payload).map(([field, value]) => [field, typeof value === 'string' && INSTANT.test(value) ? `${localDay(new Date(value), zone)} ${localTime(new Date(value), zone)}` : value]));

/** The words with the event's values, instants by the clocks of `zone`, and `link` and `code` where they are given. */
export const fillIn = (words: Words, payload: Payload, { zone, link = '', code = '' }: { readonly zone: string; readonly link?: string; readonly code?: string }): Words => {
  const fill = (text: string) => filledIn(inYuan(text, payload), { ...inZone(payload, zone), link, code }).trim();
  return { subject: fill(words.subject), text: fill(words.text) };
};

/** The payload as one of its `people` reads it: what is `own` to him is filled into its other texts. */
export function payloadFor(payload: Payload, person: string): Payload {
  const [people, all] = [payload['people'], payload['own']];
  const at = Array.isArray(people) && Array.isArray(all) ? people.indexOf(person) : -1;
  if (at < 0) return payload;
  const own = JSON.parse((all as readonly string[])[at]!) as Record<string, string>;
  return Object.fromEntries(Object.entries(payload).map(([field, value]) => [field, typeof value === 'string' ? filledIn(value, own) : value]));
}

/** Whether it must reach its reader by itself: what the law asks for, and what carries a link or a code that only he has. */
export const standsAlone = ({ legal, link, text }: Notice): boolean => legal === true || link !== undefined || text === 'code';
