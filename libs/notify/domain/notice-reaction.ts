import { roleHolders } from '#identity';
import { reaction, type Reaction } from '#platform';
import type { Audience, Notice } from './notice.js';

/**
 * A notice as one statement: it takes the handled mark, tells each person of the audience once (the unique key drops a
 * second telling), and lays down the mail for those who have an address.
 */
export const noticeReaction = ({ kind, on, to, unless }: Notice): Reaction =>
  reaction({
    name: `notify-${kind}`,
    summary: `Tells those it concerns: ${kind}.`,
    on: [on],
    parameters: [kind, ...(unless ? [unless.event.event, unless.same] : [])],
    statement: `, told AS (
  INSERT INTO notification (district_id, person_id, event_id, kind, created_at)
  SELECT e.district_id, person.person_id, e.id, $4, e.at
  FROM handled h JOIN event e ON e.district_id = h.district_id AND e.id = h.event_id CROSS JOIN LATERAL (${audience(to)}) AS person
  ${unless ? `WHERE NOT EXISTS (SELECT 1 FROM event u WHERE u.district_id = e.district_id AND u.aggregate_id = e.aggregate_id AND u.name = $5 AND u.payload ->> $6 = e.payload ->> $6)` : ''}
  ON CONFLICT DO NOTHING RETURNING district_id, id, person_id, created_at
)
INSERT INTO delivery (district_id, notification_id, channel, person_id, kind, address, state, try_at)
SELECT t.district_id, t.id, 'mail', p.id, $4, p.email, 'waiting', t.created_at FROM told t JOIN person p ON p.district_id = t.district_id AND p.id = t.person_id WHERE p.email IS NOT NULL`,
  });

function audience(to: Audience): string {
  if ('person' in to) return `SELECT (e.payload ->> '${to.person}')::uuid AS person_id`;
  if ('people' in to) return `SELECT jsonb_array_elements_text(e.payload -> '${to.people}')::uuid AS person_id`;
  const holders = (scope?: string) => roleHolders('e.district_id', `'${to.role}'`, scope);
  if (to.on === 'anything') return `SELECT DISTINCT person_id FROM (${holders()}) AS holders`;
  return holders(to.on === 'project' ? 'e.project_id' : to.on === 'district' ? 'e.district_id' : `(e.payload ->> '${to.on.field}')::uuid`);
}
