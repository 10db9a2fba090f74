import type { Database } from '#platform';

/** Lays down invitations to so many people, as if all had just been asked; each is a mail of its own. */
export async function makeMails({ pool }: Pick<Database, 'pool'>, district: string, count: number): Promise<void> {
  const uuid = (kind: string) => `('00000000-0000-4000-${kind}-' || lpad(to_hex(n), 12, '0'))::uuid`;
  await pool.query(
    `WITH made AS (SELECT n, ${uuid('8001')} AS person, ${uuid('8002')} AS event, ${uuid('8003')} AS notice FROM generate_series(1, ${count}) n),
    aggregates AS (INSERT INTO aggregate (district_id, id, kind, state, version, head, created_at, updated_at) SELECT $1, person, 'person', 'active', 1, 'made', now(), now() FROM made),
    people AS (INSERT INTO person (district_id, id, name, email) SELECT $1, person, '评委 ' || n, 'judge' || n || '@test.example' FROM made),
    events AS (INSERT INTO event (district_id, id, aggregate_id, kind, version, ordinal, name, payload, at) SELECT $1, event, person, 'judge-invitation', 1, n, 'judge:invited', jsonb_build_object('judge', person, 'callName', '测试赛', 'respondBy', '2025-05-01'), now() FROM made),
    notices AS (INSERT INTO notification (district_id, id, person_id, event_id, kind, created_at) SELECT $1, notice, person, event, 'judge-invited', now() FROM made)
    INSERT INTO delivery (district_id, notification_id, channel, person_id, kind, address, state, try_at) SELECT $1, notice, 'mail', person, 'judge-invited', 'judge' || n || '@test.example', 'waiting', to_timestamp(0) FROM made`,
    [district],
  );
}
