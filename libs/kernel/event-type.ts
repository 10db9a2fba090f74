/** Facts only: ids and the values at that time, no personal data, so that a record never needs erasing. */
export type Payload = { readonly [key: string]: string | number | boolean | null | readonly string[] | undefined };

/** The declaration of an event: `noun:verb` and one sentence on when it happens. */
export interface EventType<P extends Payload = Payload> {
  (payload: P): Announcement<P>;
  readonly event: string;
  readonly when: string;
}

/** An event as a decision announces it, before the runner gives it an id. */
export interface Announcement<P extends Payload = Payload> {
  readonly event: string;
  readonly payload: P;
}

export function eventType<P extends Payload = Record<string, never>>(event: string, when: string): EventType<P> {
  return Object.assign((payload: P): Announcement<P> => ({ event, payload }), { event, when });
}
