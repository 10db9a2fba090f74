import type { DistrictId, PersonId } from '#kernel';
import { inRecord } from '../audit/names-in-record.js';

export interface Grant {
  readonly role: string;
  /** The thing the role is held on; the district's id for a role on all of it. */
  readonly scope: string;
}

/**
 * Who acts: a person with the roles held now, a reaction of the service itself, or nobody known. `recused` are the
 * projects that someone of the office is too near to, to see their judges and marks or to decide on them.
 */
export type Actor =
  | { readonly kind: 'person'; readonly district: DistrictId; readonly id: PersonId; readonly grants: readonly Grant[]; readonly recused: readonly string[] }
  | { readonly kind: 'system'; readonly district: DistrictId; readonly name: string }
  | { readonly kind: 'nobody'; readonly district: DistrictId };

/** The actor as the record names him. */
export const actorName = (actor: Actor): string =>
  actor.kind === 'person' ? inRecord(actor.id) : actor.kind === 'system' ? `system:${actor.name}` : 'nobody';

/** What `actor` holds `role` on. */
export const scopesOf = (actor: Actor, role: string): string[] =>
  actor.kind === 'person' ? actor.grants.filter((grant) => grant.role === role).map((grant) => grant.scope) : [];

/** The projects that `actor` is too near to. */
export const recusedOf = (actor: Actor): string[] => (actor.kind === 'person' ? [...actor.recused] : []);

export const holds = (actor: Actor, role: string, scope: string): boolean => scopesOf(actor, role).includes(scope);
