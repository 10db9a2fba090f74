import { refuse, type Refusal } from '#kernel';
import { notFound, type Actor, type Config, type Permissions } from '#platform';
import type { Question } from '../facts/tallies.js';

/** Which figures are asked for. */
export interface FiguresAsked {
  /** On this day; today where it is left out. */
  readonly day?: string | undefined;
  /** As known at this moment; now where it is left out. */
  readonly knownAt?: string | undefined;
  readonly place?: string | undefined;
}

/** A figure of a part of the records would be taken for one of the district: it is for those who see all of them. */
export function questionOf({ permissions, config }: { permissions: Permissions; config: Config }, actor: Actor, { day, knownAt, place }: FiguresAsked): Question | Refusal {
  if (!permissions.allowsHere(actor, 'audit')) return refuse(notFound, { kind: 'figures', id: day ?? '' });
  return { district: actor.district, timeZone: config.TIME_ZONE, knownAt: knownAt === undefined ? null : new Date(knownAt), place: place ?? null };
}
