import { isRefusal, type DistrictId, type PersonId } from '#kernel';
import { type Database, newId, type Transactions, type Actor, type Grant } from '#platform';
import { PROVIDER } from './provider.js';
import { personMachine, personRegistered, roleGranted, roleWithdrawn } from './domain/person.js';

/** An account as sign-in knows it. */
interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

const rolesIn = (text: string): string[] => text.split(',').filter((role) => role !== '');

interface PersonRow {
  readonly id: PersonId;
  readonly district: DistrictId;
  readonly state: string;
  readonly grants: readonly Grant[];
  /** Whether he holds a role of the whole district. */
  readonly office: boolean;
  /** The roles that he holds by the provider's word, with commas. */
  readonly claimed: string;
  /** Those that the provider said when he last came by it. */
  readonly said: string;
}

/** Whether someone lacks a role of the whole district that the provider says he has, or holds one by its word that it no longer says. */
const differs = ({ district, grants, claimed, said }: PersonRow): boolean =>
  rolesIn(said).some((role) => !grants.some((grant) => grant.role === role && grant.scope === district)) || rolesIn(claimed).some((role) => !rolesIn(said).includes(role));

/** Finds the person behind an account, and enters the one who is new. */
export class People {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly district: DistrictId,
  ) {}

  /** Who acts for an account; nobody while the person is suspended. */
  async actorOf(user: Account): Promise<Actor> {
    const found = (await this.find(user.id)) ?? (await this.register(user), await this.find(user.id));
    const row = found && differs(found) ? (await this.followClaims(found.id, rolesIn(found.said)), await this.find(user.id)) : found;
    // Who belongs to another district that keeps its rows in this database is nobody here.
    if (!row || row.state !== 'active' || row.district !== this.district) return { kind: 'nobody', district: this.district };
    return { kind: 'person', district: row.district, id: row.id, grants: row.grants, recused: row.office ? await this.nearTo(row) : [] };
  }

  /** Enters the account's owner as a person; once, however often and from wherever it is called. */
  async register(user: Account, role?: 'administrator'): Promise<void> {
    const actor = { kind: 'system', district: this.district, name: 'sign-up' } as const;
    const outcome = await this.transactions.run({ command: 'register-person', actor, requestId: null }, async (c) => {
      const known = await c.tx.person.findFirst({ where: { userId: user.id }, include: { aggregate: true } });
      const id = known?.id ?? newId();
      const granted = role ? [roleGranted({ person: id, role, scope: c.district })] : [];
      if (known) c.announce(known.aggregate, ...granted);
      else {
        c.create('person', personMachine.begin(personRegistered({ person: id }), ...granted), { id });
        await c.tx.person.create({ data: { districtId: c.district, id, userId: user.id, name: user.name, email: user.email.toLowerCase() } });
      }
      if (role) await c.tx.roleGrant.createMany({ data: [{ districtId: c.district, personId: id, role, scopeId: c.district }], skipDuplicates: true });
    });
    if (isRefusal(outcome)) throw new Error(outcome.type.code);
  }

  /** Gives the roles that the provider says someone has, and takes those back that it no longer says. */
  private async followClaims(person: string, roles: readonly string[]): Promise<void> {
    const actor = { kind: 'system', district: this.district, name: 'sign-in' } as const;
    const outcome = await this.transactions.run({ command: 'follow-claims', actor, requestId: null }, async (c) => {
      await c.lock(person);
      const aggregate = await c.tx.aggregate.findUniqueOrThrow({ where: c.key(person) });
      const of = { districtId: c.district, personId: person, scopeId: c.district };
      const held = await c.tx.roleGrant.findMany({ where: of });
      const [fresh, over] = [roles.filter((role) => held.every((grant) => grant.role !== role)), held.filter((grant) => grant.claimed && !roles.includes(grant.role)).map(({ role }) => role)];
      if (fresh.length + over.length === 0) return;
      await c.tx.roleGrant.deleteMany({ where: { ...of, claimed: true, role: { in: over } } });
      await c.tx.roleGrant.createMany({ data: fresh.map((role) => ({ ...of, role, claimed: true })), skipDuplicates: true });
      c.announce(aggregate, ...fresh.map((role) => roleGranted({ person, role, scope: c.district })), ...over.map((role) => roleWithdrawn({ person, role, scope: c.district })));
    });
    if (isRefusal(outcome)) throw new Error(outcome.type.code);
  }

  private async find(user: string): Promise<PersonRow | undefined> {
    const { rows } = await this.database.pool.query<PersonRow>(PERSON_OF_ACCOUNT, [user]);
    return rows[0];
  }

  /** Asked apart from the person, and only for the office: planning it takes longer than all else that a call asks of who makes it. */
  private async nearTo({ district, id }: PersonRow): Promise<readonly string[]> {
    const { rows } = await this.database.pool.query<{ id: string }>(NEAR_TO_PERSON, [district, id]);
    return rows.map((project) => project.id);
  }
}

/** The person of an account, or the one he was merged into, with his roles. */
const PERSON_OF_ACCOUNT = `
SELECT p.id, p.district_id AS district, a.state, coalesce(g.grants, '[]') AS grants, coalesce(g.office, false) AS office, coalesce(g.claimed, '') AS claimed,
  coalesce((SELECT c.roles FROM auth_account u JOIN auth_claim c ON c."accountId" = u."accountId" WHERE u."userId" = $1 AND u."providerId" = '${PROVIDER}'), '') AS said
FROM person account JOIN person p ON p.district_id = account.district_id AND p.id = coalesce(account.merged_into, account.id)
JOIN aggregate a ON a.district_id = p.district_id AND a.id = p.id
LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('role', r.role, 'scope', r.scope_id)) AS grants, bool_or(r.scope_id = r.district_id) AS office, string_agg(r.role, ',' ORDER BY r.role) FILTER (WHERE r.claimed) AS claimed
  FROM role_grant r WHERE r.district_id = p.district_id AND r.person_id = p.id) g ON true
WHERE account.user_id = $1`;

/** The projects someone is too near to: his own, those of his organisation and of what it belongs to or owns, and those he declared. */
const NEAR_TO_PERSON = `
WITH own AS MATERIALIZED (
  SELECT o.id, o.parent_id FROM person p JOIN organisation o ON o.district_id = p.district_id AND o.id = p.organisation_id
  WHERE p.district_id = $1::uuid AND p.id = $2::uuid
),
near AS MATERIALIZED (
  SELECT id FROM own
  UNION SELECT parent_id FROM own WHERE parent_id IS NOT NULL
  UNION SELECT o.id FROM own JOIN organisation o ON o.district_id = $1::uuid AND o.parent_id = own.id
)
SELECT scope_id AS id FROM role_grant WHERE district_id = $1::uuid AND person_id = $2::uuid AND role = 'team'
UNION SELECT project_id FROM tie_of WHERE district_id = $1::uuid AND person_id = $2::uuid AND project_id IS NOT NULL
UNION SELECT pr.id FROM near JOIN project pr ON pr.district_id = $1::uuid AND pr.organisation_id = near.id`;
