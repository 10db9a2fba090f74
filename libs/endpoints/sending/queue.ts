import type { Payload } from '#kernel';
import type { Database } from '#platform';
import type { EndpointKind } from '../domain/endpoint.js';
import type { Leaving } from '../domain/message.js';

export interface DispatchDue extends Leaving {
  readonly district: string;
  readonly endpoint: string;
  readonly attempts: number;
  readonly to: EndpointKind;
  readonly url: string;
  readonly secret: string | null;
  readonly former: string | null;
  readonly payload: Payload;
}

/** About two days, with the time between attempts doubled from half a minute. */
const MOST_ATTEMPTS = 13;
const BATCH = 200;
/** Failures in a row after which an endpoint is left alone, and for how long at first. */
const BREAKS_AFTER = 5;
const REST_SECONDS = 60;

/** Events on their way outside, as rows. */
export class DispatchQueue {
  constructor(private readonly database: Database) {}

  /** Takes what is due to endpoints that are active and not left alone; nobody else gets it until its time is over. */
  async take(now: Date): Promise<DispatchDue[]> {
    const { rows } = await this.database.pool.query<DispatchDue>(TAKE, [now]);
    return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async sent(rows: readonly DispatchDue[], at: Date, status: number): Promise<void> {
    await this.set(rows, "state = 'sent', sent_at = $4, status = $5, last_error = NULL", [at, status]);
    await this.endpoint(rows, 'failures = 0, rest_until = NULL', []);
  }

  /** Counts a failure; after some in a row the endpoint rests, longer each time, up to an hour. */
  async failed(rows: readonly DispatchDue[], error: string, status: number | null, now: Date): Promise<void> {
    await this.set(rows, `last_error = $4, status = $5, state = CASE WHEN d.attempts >= ${MOST_ATTEMPTS} THEN 'failed' ELSE d.state END`, [error.slice(0, 500), status]);
    await this.endpoint(rows, `failures = failures + 1, rest_until = CASE WHEN failures + 1 >= ${BREAKS_AFTER} THEN $3::timestamptz + make_interval(secs => least(3600, ${REST_SECONDS} * power(2, failures + 1 - ${BREAKS_AFTER}))) END`, [now]);
  }

  private async set(rows: readonly DispatchDue[], change: string, values: readonly unknown[]): Promise<void> {
    await this.database.pool.query(`UPDATE outgoing d SET ${change} WHERE d.district_id = $1 AND d.endpoint_id = $2 AND d.event_id = ANY($3)`, [rows[0]!.district, rows[0]!.endpoint, rows.map(({ id }) => id), ...values]);
  }

  private async endpoint(rows: readonly DispatchDue[], change: string, values: readonly unknown[]): Promise<void> {
    await this.database.pool.query(`UPDATE endpoint SET ${change} WHERE district_id = $1 AND id = $2`, [rows[0]!.district, rows[0]!.endpoint, ...values]);
  }
}

const TAKE = `
WITH due AS (
  SELECT d.district_id, d.endpoint_id, d.event_id FROM outgoing d
  JOIN endpoint p ON p.district_id = d.district_id AND p.id = d.endpoint_id JOIN aggregate a ON a.district_id = p.district_id AND a.id = p.id
  WHERE d.state = 'waiting' AND d.try_at <= $1 AND a.state = 'active' AND (p.rest_until IS NULL OR p.rest_until <= $1)
  ORDER BY d.try_at LIMIT ${BATCH} FOR UPDATE OF d SKIP LOCKED)
UPDATE outgoing d SET attempts = d.attempts + 1, last_error = NULL, try_at = $1::timestamptz + make_interval(secs => 30 * power(2, d.attempts) * (0.75 + random() / 2))
FROM due JOIN endpoint p ON p.district_id = due.district_id AND p.id = due.endpoint_id JOIN event e ON e.district_id = due.district_id AND e.id = due.event_id
WHERE d.district_id = due.district_id AND d.endpoint_id = due.endpoint_id AND d.event_id = due.event_id
RETURNING d.district_id AS district, d.endpoint_id AS endpoint, d.attempts, p.kind AS "to", p.url, p.secret, CASE WHEN p.former_until > $1 THEN p.former_secret END AS former,
  e.id, e.name, e.at, e.aggregate_id AS aggregate, e.kind, e.version, e.project_id AS project, e.payload`;
