import { isRefusal, type DistrictId, type PersonId } from '#kernel';
import { type Database, newId, type Transactions, type Actor, type Grant } from '#platform';
import { personMachine, personRegistered, roleGranted } from './domain/person.js';

interface PersonRow {
  readonly id: PersonId;
  readonly district: DistrictId;
  readonly state: string;
  readonly grants: readonly Grant[];
}

/** Finds the person behind an account, and enters the one who is new. */
export class People {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly district: DistrictId,
  ) {}

  /** Who acts for an account; nobody while the person is suspended. */
  async actorOf(user: { id: string; name: string; email: string }): Promise<Actor> {
    const found = await this.find(user.id);
    const row = found ?? (await this.register(user), await this.find(user.id));
    if (!row || row.state !== 'active') return { kind: 'nobody', district: this.district };
    return { kind: 'person', district: row.district, id: row.id, grants: row.grants };
  }

  /** Enters the account's owner as a person; once, however often and from wherever it is called. */
  async register(user: { id: string; name: string; email: string }, role?: 'administrator'): Promise<void> {
    const actor = { kind: 'system', district: this.district, name: 'sign-up' } as const;
    const outcome = await this.transactions.run({ command: 'register-person', actor, requestId: null }, async (c) => {
      const known = await c.tx.person.findUnique({ where: { userId: user.id }, include: { aggregate: true } });
      const id = known?.id ?? newId();
      const granted = role ? [roleGranted({ person: id, role, scope: c.district })] : [];
      if (known) c.announce(known.aggregate, ...granted);
      else {
        c.create('person', personMachine.begin(personRegistered({ person: id }), ...granted), { id });
        await c.tx.person.create({ data: { districtId: c.district, id, userId: user.id, name: user.name, email: user.email } });
      }
      if (role) await c.tx.roleGrant.createMany({ data: [{ districtId: c.district, personId: id, role, scopeId: c.district }], skipDuplicates: true });
    });
    if (isRefusal(outcome)) throw new Error(outcome.type.code);
  }

  private async find(user: string): Promise<PersonRow | undefined> {
    const { rows } = await this.database.pool.query<PersonRow>({
      name: 'person of account',
      text: `SELECT p.id, p.district_id AS district, a.state,
          coalesce((SELECT jsonb_agg(jsonb_build_object('role', g.role, 'scope', g.scope_id)) FROM role_grant g
            WHERE g.district_id = p.district_id AND g.person_id = p.id), '[]') AS grants
        FROM person p JOIN aggregate a ON a.district_id = p.district_id AND a.id = p.id WHERE p.user_id = $1`,
      values: [user],
    });
    return rows[0];
  }
}
