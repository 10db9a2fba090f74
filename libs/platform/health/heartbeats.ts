import type { Database } from '../database/database.js';
import { CLOCKWORK, REACTIONS } from '../queues/jobs.js';

const EVERY_SECONDS = 60;
const ALLOWED_SECONDS = 3 * EVERY_SECONDS;
export const HEARTBEAT = { name: 'heartbeat', everySeconds: EVERY_SECONDS };

/** A job a minute through each queue: a worker that has quietly stopped taking jobs shows by its absence. */
export class Heartbeats {
  constructor(private readonly database: Database) {}

  async beat(queue: string): Promise<void> {
    await this.database.pool.query('INSERT INTO heartbeat (queue, at) VALUES ($1, clock_timestamp()) ON CONFLICT (queue) DO UPDATE SET at = excluded.at', [queue]);
  }

  /** The queues that no worker has served for three beats. */
  async late(): Promise<string[]> {
    const { rows } = await this.database.pool.query<{ queue: string }>(
      `SELECT name AS queue FROM unnest($1::text[]) AS name LEFT JOIN heartbeat h ON h.queue = name
       WHERE h.at IS NULL OR h.at < clock_timestamp() - make_interval(secs => $2)`,
      [[REACTIONS, CLOCKWORK], ALLOWED_SECONDS],
    );
    return rows.map(({ queue }) => queue);
  }
}
