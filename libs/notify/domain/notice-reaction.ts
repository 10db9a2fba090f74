import { roleHolders } from '#identity';
import { reaction, type Reaction } from '#platform';
import type { Audience, Notice } from './notice.js';

/**
 * A notice as one statement: it takes the handled mark, tells each person of the audience once (the unique key drops a
 * second telling), and lays down the mail for those who have an address, and a text message for those with a number
 * where the notice, or the district, says that it is urgent.
 */
export const noticeReaction = ({ kind, on, to, unless, text }: Notice): Reaction =>
  reaction({
    name: `notify-${kind}`,
    summary: `Tells those it concerns: ${kind}.`,
    on: [on],
    parameters: [kind, text !== undefined, ...(unless ? [unless.event.event, unless.same] : [])],
    statement: `, told AS (
  INSERT INTO notification (district_id, person_id, event_id, kind, created_at)
  SELECT e.district_id, person.person_id, e.id, $4, e.at
  FROM handled h JOIN event e ON e.district_id = h.district_id AND e.id = h.event_id CROSS JOIN LATERAL (${audience(to)}) AS person
  ${unless ? `WHERE NOT EXISTS (SELECT 1 FROM event u WHERE u.district_id = e.district_id AND u.aggregate_id = e.aggregate_id AND u.name = $6 AND u.payload ->> $7 = e.payload ->> $7)` : ''}
  ON CONFLICT DO NOTHING RETURNING district_id, id, person_id, created_at
)
INSERT INTO delivery (district_id, notification_id, channel, person_id, kind, address, state, try_at)
SELECT t.district_id, t.id, way.channel, p.id, $4, way.address, 'waiting', t.created_at
FROM told t JOIN person p ON p.district_id = t.district_id AND p.id = t.person_id
LEFT JOIN notice_setting s ON s.district_id = t.district_id AND s.kind = $4
LEFT JOIN notice_habits h ON h.district_id = t.district_id AND h.person_id = t.person_id
CROSS JOIN LATERAL (VALUES ${text === 'code' ? "('text', p.phone_asked)" : "('mail', p.email), ('text', CASE WHEN coalesce(s.text, $5::boolean) AND coalesce(h.texts, true) THEN p.phone END)"}) AS way (channel, address)
WHERE way.address IS NOT NULL${text === 'code' ? ' AND $5' : ''}`,
  });

function audience(to: Audience): string {
  if ('person' in to) return `SELECT (e.payload ->> '${to.person}')::uuid AS person_id`;
  if ('people' in to) return `SELECT jsonb_array_elements_text(e.payload -> '${to.people}')::uuid AS person_id`;
  const holders = (scope?: string) => roleHolders('e.district_id', `'${to.role}'`, scope);
  if (to.on === 'anything') return `SELECT DISTINCT person_id FROM (${holders()}) AS holders`;
  return holders(to.on === 'project' ? 'e.project_id' : to.on === 'district' ? 'e.district_id' : `(e.payload ->> '${to.on.field}')::uuid`);
}
