import type { Tx } from '#platform';
import { folded } from '../domain/conflict.js';

export interface SameName {
  readonly name: string;
  readonly judge: string;
  readonly member: string;
}

/** People who are to judge a call and share a name with someone in the team of an entry in it, unless the office knows the two apart. */
export async function settleNames(tx: Tx, district: string, call: string, people: readonly string[]): Promise<SameName[]> {
  const of = { districtId: district };
  const judges = await tx.person.findMany({ where: { ...of, id: { in: [...people] } }, select: { id: true, name: true }, orderBy: { id: 'asc' } });
  const entries = await tx.entry.findMany({ where: { ...of, callId: call, aggregate: { state: 'submitted' } }, select: { projectId: true } });
  const grants = await tx.roleGrant.findMany({ where: { ...of, role: 'team', scopeId: { in: entries.map(({ projectId }) => projectId) } }, distinct: ['personId'], select: { person: { select: { id: true, name: true } } } });
  const members = Map.groupBy(grants.map(({ person }) => person), ({ name }) => folded(name));
  const same = judges.flatMap(({ id, name }) => (members.get(folded(name)) ?? []).filter((member) => member.id !== id).map((member): SameName => ({ name, judge: id, member: member.id })));
  const apart = await tx.notTheSame.findMany({ where: { ...of, OR: [{ personA: { in: same.map(({ judge }) => judge) } }, { personB: { in: same.map(({ judge }) => judge) } }] } });
  const known = new Set(apart.map(({ personA, personB }) => `${personA} ${personB}`));
  return same.filter(({ judge, member }) => !known.has([judge, member].sort().join(' ')));
}
