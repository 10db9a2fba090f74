import type { Database } from '../database/database.js';
import type { Relay } from './relay.js';

/** An event that a reaction failed on at every attempt. */
export interface DeadLetter {
  readonly event: string;
  readonly name: string;
  readonly reaction: string;
  readonly failure: string;
  readonly failedAt: Date;
}

export class DeadLetters {
  constructor(
    private readonly database: Database,
    private readonly relay: Relay,
  ) {}

  async list(district: string, limit = 100): Promise<DeadLetter[]> {
    const { rows } = await this.database.pool.query<DeadLetter>(
      `SELECT p.event_id AS event, e.name, p.reaction, p.failure, p.failed_at AS "failedAt"
       FROM pending p JOIN event e ON e.district_id = p.district_id AND e.id = p.event_id
       WHERE p.district_id = $1 AND p.failed_at IS NOT NULL ORDER BY p.failed_at DESC LIMIT $2`,
      [district, limit],
    );
    return rows;
  }

  /** Sends one again; false when there is none such. */
  async resend(district: string, event: string, reaction: string): Promise<boolean> {
    const { rowCount } = await this.database.pool.query(
      `WITH again AS (
         UPDATE pending SET failure = NULL, failed_at = NULL, since = clock_timestamp()
         WHERE district_id = $1 AND event_id = $2 AND reaction = $3 AND failed_at IS NOT NULL RETURNING district_id, event_id)
       INSERT INTO outbox (district_id, event_id) SELECT district_id, event_id FROM again ON CONFLICT DO NOTHING`,
      [district, event, reaction],
    );
    this.relay.hint();
    return rowCount === 1;
  }
}
