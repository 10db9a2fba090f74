import type { Tx } from '#platform';
import { conflictsBetween, pairKey, type Belonging, type ConflictReason, type Declared, type EntryFacts, type JudgeFacts } from '../domain/conflict.js';

/** What stands between these people and these entries of a call, read once and asked of each pair; undefined of one who, or an entry that, is not there. */
export async function conflictsAmong(tx: Tx, district: string, call: string, { entries, people }: { entries: readonly string[]; people: readonly string[] }): Promise<(entry: string, person: string) => ConflictReason[] | undefined> {
  const judges = new Map((await judgeFacts(tx, district, [...new Set(people)])).map((judge) => [judge.person, judge]));
  const about = new Map((await entryFacts(tx, district, [...new Set(entries)])).map((entry) => [entry.entry, entry]));
  const declared = await declaredIn(tx, district, call);
  return (entry, person) => {
    const [judge, facts] = [judges.get(person), about.get(entry)];
    return judge && facts && conflictsBetween(judge, facts, declared);
  };
}

/** What conflicts ask of each of `people`, in the order given. */
export async function judgeFacts(tx: Tx, district: string, people: readonly string[]): Promise<JudgeFacts[]> {
  const rows = await tx.$queryRaw<JudgeRow[]>`
    SELECT p.id AS person, p.name,
      coalesce((SELECT jsonb_agg(jsonb_build_object('organisation', o.id, 'parent', o.parent_id)) FROM organisation o WHERE o.district_id = p.district_id AND o.id = p.organisation_id), '[]') AS belongings,
      coalesce((SELECT jsonb_agg(g.scope_id) FROM role_grant g WHERE g.district_id = p.district_id AND g.person_id = p.id AND g.role = 'team'), '[]') AS projects,
      coalesce((SELECT jsonb_agg(DISTINCT t.project_id) FROM tie_of t WHERE t.district_id = p.district_id AND t.person_id = p.id), '[]') AS tied,
      coalesce((SELECT jsonb_agg(DISTINCT mate.person_id) FROM role_grant own JOIN role_grant mate ON mate.district_id = own.district_id AND mate.role = 'team' AND mate.scope_id = own.scope_id AND mate.person_id <> own.person_id
        WHERE own.district_id = p.district_id AND own.person_id = p.id AND own.role = 'team'), '[]') AS mates
    FROM person p WHERE p.district_id = ${district}::uuid AND p.id = ANY(${[...people]}::uuid[])`;
  const known = new Map(rows.map((row) => [row.person, row]));
  return people.flatMap((person) => {
    const row = known.get(person);
    return row ? [{ person, name: row.name, belongings: row.belongings, projects: new Set(row.projects), tied: new Set(row.tied), teamMates: new Set(row.mates) }] : [];
  });
}

interface JudgeRow {
  readonly person: string;
  readonly name: string;
  readonly belongings: Belonging[];
  readonly projects: string[];
  readonly tied: string[];
  readonly mates: string[];
}

/** What conflicts ask of the entries given, by id in their order. */
export async function entryFacts(tx: Tx, district: string, entries: readonly string[]): Promise<EntryFacts[]> {
  const rows = await tx.$queryRaw<EntryRow[]>`
    SELECT e.id AS entry, e.project_id AS project, e.opposed, o.id AS organisation, o.parent_id AS parent,
      coalesce((SELECT jsonb_agg(g.person_id) FROM role_grant g WHERE g.district_id = e.district_id AND g.role = 'team' AND g.scope_id = e.project_id), '[]') AS team
    FROM entry e JOIN project p ON p.district_id = e.district_id AND p.id = e.project_id
    LEFT JOIN organisation o ON o.district_id = p.district_id AND o.id = p.organisation_id
    WHERE e.district_id = ${district}::uuid AND e.id = ANY(${[...entries]}::uuid[]) ORDER BY e.id`;
  return rows.map(({ entry, project, opposed, organisation, parent, team }) => ({ entry, project, opposed, organisation: organisation === null ? null : { organisation, parent }, team: new Set(team) }));
}

interface EntryRow {
  readonly entry: string;
  readonly project: string;
  readonly opposed: string[];
  readonly organisation: string | null;
  readonly parent: string | null;
  readonly team: string[];
}

/** The conflicts declared in a call, each pair with who declared it. */
export async function declaredIn(tx: Tx, district: string, call: string): Promise<Declared> {
  const rows = await tx.conflict.findMany({ where: { districtId: district, callId: call } });
  const declared = new Map<string, ConflictReason[]>();
  for (const { entryId, judgeId, source } of rows) {
    const key = pairKey(entryId, judgeId);
    declared.set(key, [...(declared.get(key) ?? []), `declared-by-${source}` as ConflictReason]);
  }
  return declared;
}

/** The entries of a call that are to be judged. */
export async function judgedEntries(tx: Tx, district: string, call: string): Promise<string[]> {
  const rows = await tx.entry.findMany({ where: { districtId: district, callId: call, aggregate: { state: 'submitted' } }, select: { id: true }, orderBy: { id: 'asc' } });
  return rows.map(({ id }) => id);
}
