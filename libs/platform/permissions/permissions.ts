import { subject as asSubject, type Ability, type RawRuleOf } from '@casl/ability';
import { accessibleBy, createPrismaAbility, type PrismaQueryFactory } from '@casl/prisma/runtime';
import type { Actor } from '../commands/actor.js';
import type { Prisma } from '../database/generated/client.js';

type Subject = Prisma.ModelName;
type PermissionAbility = Ability<[string, Subject | 'all' | object], PrismaQueryFactory<Prisma.TypeMap>>;

/** The condition on the rows of a table, as Prisma takes it. */
export type Where<S extends Subject> = NonNullable<Prisma.TypeMap['model'][S]['operations']['findFirst']['args']['where']>;

/** Grants actions on the rows of a table that meet a condition; what nothing grants is denied. */
export type Allow = <S extends Subject>(actions: readonly string[], subject: S | 'all', where?: Where<S>) => void;

/** A module's permissions: what each kind of actor may do, and what in spite of that he may not. The same rules judge one row and filter lists. */
export type Permits = (actor: Actor, allow: Allow, forbid: Allow) => void;

/** How many actors' permissions are kept, so that who calls again and again is not worked out each time. */
const MOST_KNOWN = 200;

export class Permissions {
  private readonly known = new Map<string, PermissionAbility>();

  constructor(private readonly permits: readonly Permits[]) {}

  allows(actor: Actor, action: string, subject: Subject, row: object): boolean {
    if (actor.kind === 'system') return true;
    return this.of(actor).can(action, asSubject(subject, { ...row }));
  }

  /** Whether `actor` may do `action` on some row of a table. */
  allowsSome(actor: Actor, action: string, subject: Subject): boolean {
    return this.of(actor).can(action, subject);
  }

  /** Whether `actor` may do `action` in the district as a whole. */
  allowsHere(actor: Actor, action: string): boolean {
    return this.allows(actor, action, 'District', { id: actor.district });
  }

  /** The condition that leaves the rows `actor` may do `action` on, in the actor's district. */
  where<S extends Subject>(actor: Actor, action: string, subject: S): Where<S> {
    return { AND: [{ districtId: actor.district }, this.condition(actor, action, subject)] } as Where<S>;
  }

  private condition(actor: Actor, action: string, subject: Subject): object {
    if (actor.kind === 'system') return {};
    const ability = this.of(actor);
    // Where nothing is granted CASL says `OR: []`, which Prisma takes for no condition at all inside an AND.
    return ability.can(action, subject) ? accessibleBy(ability, action).ofType(subject as never) : { districtId: { in: [] } };
  }

  private of(actor: Actor): PermissionAbility {
    const key = JSON.stringify(actor);
    let ability = this.known.get(key);
    if (!ability) {
      const rules: object[] = [];
      const forbidden: object[] = [];
      const rule = (action: readonly string[], subject: string, conditions?: object) => ({ action, subject, ...(conditions && { conditions }) });
      const allow: Allow = (action, subject, where) => void rules.push(rule(action, subject, where));
      const forbid: Allow = (action, subject, where) => void forbidden.push({ ...rule(action, subject, where), inverted: true });
      for (const permit of this.permits) permit(actor, allow, forbid);
      // The later rule wins.
      rules.push(...forbidden);
      ability = createPrismaAbility<never>(rules as RawRuleOf<never>[]) as unknown as PermissionAbility;
      if (this.known.size >= MOST_KNOWN) this.known.clear();
      this.known.set(key, ability);
    }
    return ability;
  }
}
