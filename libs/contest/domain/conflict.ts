/** Why someone must not judge an entry. */
export type ConflictReason = 'own-team' | 'team-mate' | 'same-organisation' | 'parent-organisation' | 'tie' | 'declared-by-judge' | 'declared-by-team' | 'declared-by-office';

/** An organisation as conflicts see it: itself, and what it belongs to. */
export interface Belonging {
  readonly organisation: string;
  readonly parent: string | null;
}

export interface JudgeFacts {
  readonly person: string;
  readonly name: string;
  /** His organisation, and those he declared to be tied to. */
  readonly belongings: readonly Belonging[];
  /** Projects in whose teams he is. */
  readonly projects: ReadonlySet<string>;
  /** Projects that something on record ties him to: mentor, investor, relative, host. */
  readonly tied: ReadonlySet<string>;
  /** Everyone who is with him in the team of any project. */
  readonly teamMates: ReadonlySet<string>;
}

export interface EntryFacts {
  readonly entry: string;
  readonly project: string;
  readonly organisation: Belonging | null;
  readonly team: ReadonlySet<string>;
  /** People and organisations, by name, that its team says must not judge it. */
  readonly opposed: readonly string[];
}

/** Declared conflicts, as `entry judge`, each with who declared it. */
export type Declared = ReadonlyMap<string, readonly ConflictReason[]>;

export const pairKey = (entry: string, judge: string): string => `${entry} ${judge}`;

/** All that stands between a judge and an entry; nothing when he may judge it. */
export function conflictsBetween(judge: JudgeFacts, entry: EntryFacts, declared: Declared): ConflictReason[] {
  const found: ConflictReason[] = [...(declared.get(pairKey(entry.entry, judge.person)) ?? [])];
  if (judge.projects.has(entry.project) || entry.team.has(judge.person)) found.push('own-team');
  else if ([...entry.team].some((member) => judge.teamMates.has(member))) found.push('team-mate');
  if (judge.tied.has(entry.project)) found.push('tie');
  for (const own of judge.belongings) {
    if (!entry.organisation) continue;
    if (own.organisation === entry.organisation.organisation) found.push('same-organisation');
    else if (own.parent === entry.organisation.organisation || own.organisation === entry.organisation.parent) found.push('parent-organisation');
  }
  if (entry.opposed.some((name) => sameName(name, judge.name))) found.push('declared-by-team');
  return [...new Set(found)];
}

/** Whether two names read the same: width, case and blanks don't count. */
const sameName = (a: string, b: string): boolean => folded(a) === folded(b);

/** A name as it is compared: without width, case, blanks and the dots inside foreign names. */
export const folded = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/[\s·•.]+/g, '');
