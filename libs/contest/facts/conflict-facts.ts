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

/** What conflicts ask of each of `people`, in the order given. Read table by table: joined in one, a plan without fresh statistics takes minutes. */
export async function judgeFacts(tx: Tx, district: string, people: readonly string[]): Promise<JudgeFacts[]> {
  const rows = await tx.$queryRaw<JudgeRow[]>`
    SELECT p.id AS person, p.name, o.id AS organisation, o.parent_id AS parent
    FROM person p LEFT JOIN organisation o ON o.district_id = p.district_id AND o.id = p.organisation_id
    WHERE p.district_id = ${district}::uuid AND p.id = ANY(${[...people]}::uuid[])`;
  const own = grouped(await tx.$queryRaw<Link[]>`SELECT person_id AS one, scope_id AS other FROM role_grant WHERE district_id = ${district}::uuid AND person_id = ANY(${[...people]}::uuid[]) AND role = 'team'`);
  const tied = grouped(await tx.$queryRaw<Link[]>`SELECT DISTINCT person_id AS one, project_id AS other FROM tie_of WHERE district_id = ${district}::uuid AND person_id = ANY(${[...people]}::uuid[])`);
  const teams = await teamsOf(tx, district, [...new Set([...own.values()].flat())]);
  const known = new Map(rows.map((row) => [row.person, row]));
  return people.flatMap((person) => {
    const row = known.get(person);
    if (!row) return [];
    const belongings = belonging(row);
    const projects = own.get(person) ?? [];
    const teamMates = new Set(projects.flatMap((project) => teams.get(project) ?? []).filter((mate) => mate !== person));
    return [{ person, name: row.name, belongings: belongings ? [belongings] : [], projects: new Set(projects), tied: new Set(tied.get(person)), teamMates }];
  });
}

/** What conflicts ask of the entries given, by id in their order. */
export async function entryFacts(tx: Tx, district: string, entries: readonly string[]): Promise<EntryFacts[]> {
  const rows = await tx.$queryRaw<EntryRow[]>`
    SELECT e.id AS entry, e.project_id AS project, e.opposed, o.id AS organisation, o.parent_id AS parent
    FROM entry e JOIN project p ON p.district_id = e.district_id AND p.id = e.project_id
    LEFT JOIN organisation o ON o.district_id = p.district_id AND o.id = p.organisation_id
    WHERE e.district_id = ${district}::uuid AND e.id = ANY(${[...entries]}::uuid[]) ORDER BY e.id`;
  const teams = await teamsOf(tx, district, rows.map(({ project }) => project));
  return rows.map((row) => ({ entry: row.entry, project: row.project, opposed: row.opposed, organisation: belonging(row), team: new Set(teams.get(row.project)) }));
}

/** What stands between a person and a project, where no call is. */
export async function conflictsWithProject(tx: Tx, district: string, person: string, project: string): Promise<ConflictReason[]> {
  const [judge] = await judgeFacts(tx, district, [person]);
  const rows = await tx.$queryRaw<EntryRow[]>`
    SELECT p.id AS entry, p.id AS project, '{}'::text[] AS opposed, o.id AS organisation, o.parent_id AS parent
    FROM project p LEFT JOIN organisation o ON o.district_id = p.district_id AND o.id = p.organisation_id WHERE p.district_id = ${district}::uuid AND p.id = ${project}::uuid`;
  const team = (await teamsOf(tx, district, [project])).get(project);
  return rows.flatMap((row) => (judge ? conflictsBetween(judge, { entry: row.entry, project, opposed: row.opposed, organisation: belonging(row), team: new Set(team) }, new Map()) : []));
}

interface JudgeRow {
  readonly person: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly parent: string | null;
}

interface EntryRow {
  readonly entry: string;
  readonly project: string;
  readonly opposed: string[];
  readonly organisation: string | null;
  readonly parent: string | null;
}

interface Link {
  readonly one: string;
  readonly other: string;
}

const belonging = ({ organisation, parent }: { readonly organisation: string | null; readonly parent: string | null }): Belonging | null => (organisation === null ? null : { organisation, parent });

const teamsOf = async (tx: Tx, district: string, projects: readonly string[]) =>
  grouped(await tx.$queryRaw<Link[]>`SELECT scope_id AS one, person_id AS other FROM role_grant WHERE district_id = ${district}::uuid AND role = 'team' AND scope_id = ANY(${[...projects]}::uuid[])`);

function grouped(links: readonly Link[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { one, other } of links) {
    const group = groups.get(one);
    if (group) group.push(other);
    else groups.set(one, [other]);
  }
  return groups;
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
