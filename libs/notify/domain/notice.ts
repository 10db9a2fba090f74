import type { EventType, Payload } from '#kernel';
import type { Role } from '#identity';

/** Who is told: one person named in the event, or everyone who holds a role on something. */
export type Audience =
  | { readonly person: string }
  /** `on`: the event's project, a field of its payload, the whole district, or any thing at all. */
  | { readonly role: Role; readonly on: 'project' | 'district' | 'anything' | { readonly field: string } };

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
  readonly zh: Words;
  readonly en: Words;
}

/** Declares a notice; its fields are checked against the event's payload. */
export const notice = <P extends Payload>(declared: {
  kind: string;
  on: EventType<P>;
  to: { person: keyof P & string } | { role: Role; on: 'project' | 'district' | 'anything' | { field: keyof P & string } };
  unless?: { event: Pick<EventType, 'event'>; same: keyof P & string };
  zh: Words;
  en: Words;
}): Notice => declared as unknown as Notice;

export const fillIn = (words: Words, payload: Payload): Words => {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (all, field: string) => String(payload[field] ?? all));
  return { subject: fill(words.subject), text: fill(words.text) };
};
