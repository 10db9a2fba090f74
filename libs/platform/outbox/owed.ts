import type { Database } from '../database/database.js';

/** What reactions still owe: how many events wait for each, since when, and how many failed at every attempt. */
export async function owedByReactions({ pool }: Database, district: string) {
  const { rows } = await pool.query<{ reaction: string; waiting: number; failed: number; since: Date | null }>(
    `SELECT reaction, count(*) FILTER (WHERE failed_at IS NULL)::int AS waiting, count(*) FILTER (WHERE failed_at IS NOT NULL)::int AS failed,
       min(since) FILTER (WHERE failed_at IS NULL) AS since
     FROM pending WHERE district_id = $1 GROUP BY reaction ORDER BY failed DESC, waiting DESC, reaction`,
    [district],
  );
  return rows;
}
