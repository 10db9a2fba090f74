import { conflictsWithProject } from '#contest';
import type { Tx } from '#platform';

/** What stands between a member of a committee and a project; that his own fund holds it already is no reason. */
export async function conflictsOfMember(tx: Tx, district: string, person: string, project: string): Promise<string[]> {
  const reasons = await conflictsWithProject(tx, district, person, project);
  const [{ ties }] = await tx.$queryRaw<[{ ties: number }]>`SELECT count(*)::int AS ties FROM tie_of WHERE district_id = ${district}::uuid AND person_id = ${person}::uuid AND project_id = ${project}::uuid AND kind <> 'fund'`;
  return reasons.filter((reason) => reason !== 'tie' || ties > 0);
}
