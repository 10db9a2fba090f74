import type { Tx } from '#platform';

export interface SameName {
  readonly name: string;
  readonly judge: string;
  readonly member: string;
}

/** People who are to judge a call and share a name with someone in the team of an entry in it, unless the office knows the two apart. */
export const settleNames = (tx: Tx, district: string, call: string, people: readonly string[]): Promise<SameName[]> => tx.$queryRaw<SameName[]>`
  SELECT DISTINCT j.name, j.id AS judge, m.id AS member FROM person j
  JOIN entry e ON e.district_id = j.district_id AND e.call_id = ${call}::uuid
  JOIN aggregate es ON es.district_id = e.district_id AND es.id = e.id AND es.state = 'submitted'
  JOIN role_grant g ON g.district_id = e.district_id AND g.role = 'team' AND g.scope_id = e.project_id
  JOIN person m ON m.district_id = g.district_id AND m.id = g.person_id AND m.id <> j.id
  WHERE j.district_id = ${district}::uuid AND j.id = ANY(${[...people]}::uuid[])
    AND lower(regexp_replace(m.name, '\\s', '', 'g')) = lower(regexp_replace(j.name, '\\s', '', 'g'))
    AND NOT EXISTS (SELECT 1 FROM not_the_same n WHERE n.district_id = j.district_id AND n.person_a = least(j.id, m.id) AND n.person_b = greatest(j.id, m.id))
  ORDER BY j.name, j.id, m.id`;
