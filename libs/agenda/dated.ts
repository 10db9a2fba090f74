import type { Actor, Database } from '#platform';

/** Something with a time that concerns someone: what it is, when, and the console's page for it. */
export interface Dated {
  /** The same for the same thing as long as it is there, so that calendars change an entry and don't add one. */
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly from: Date;
  /** Null for a moment by which something is due. */
  readonly to: Date | null;
  readonly path: string;
}

export const AGENDAS = Symbol('AGENDAS');

/** What one module has in someone's calendar. */
export type Agenda = (database: Database, actor: Actor & { readonly kind: 'person' }, timeZone: string) => Promise<readonly Dated[]>;
