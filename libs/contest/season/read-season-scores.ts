import type { Database } from '#platform';
import { editionOf } from './import-season.js';
import type { SeasonScores } from './score-season.js';
import type { Season } from './season.js';

/** Which of a season's competitions are in the database, and how many of their rounds have no ranking yet. */
export async function seasonProgress({ pool }: Database, district: string, { performances }: Season): Promise<{ contests: string[]; rounds: number; ranked: number }> {
  const names = [...new Set(performances.map(({ competition }) => competition))];
  const { rows } = await pool.query<{ contests: string[] | null; rounds: number; ranked: number }>(
    `SELECT array_agg(DISTINCT c.id) AS contests, count(r.id)::int AS rounds, count(*) FILTER (WHERE a.state = 'ranked')::int AS ranked
     FROM contest c JOIN call k ON k.district_id = c.district_id AND k.contest_id = c.id JOIN round r ON r.district_id = c.district_id AND r.call_id = k.id
     JOIN aggregate a ON a.district_id = r.district_id AND a.id = r.id
     WHERE c.district_id = $1 AND (c.name, c.edition) IN (SELECT * FROM unnest($2::text[], $3::int[]))`,
    [district, names, names.map(editionOf)],
  );
  const { contests, rounds, ranked } = rows[0]!;
  return { contests: contests ?? [], rounds, ranked };
}

/** The scores that the service's jobs have computed for an imported season. */
export async function readSeasonScores({ pool }: Database, district: string, contests: readonly string[]): Promise<SeasonScores> {
  const { rows } = await pool.query<{ performance: string; total: string | null; rank: number; tied: boolean; panel: Record<string, string | null> }>(
    `SELECT e.facts ->> 'performance' AS performance, s.total::text, s.rank, s.tied,
       (SELECT jsonb_object_agg(a.key, a.panel_score::text) FROM aspect a WHERE a.district_id = s.district_id AND a.round_id = s.round_id AND a.entry_id = s.entry_id) AS panel
     FROM standing s JOIN entry e ON e.district_id = s.district_id AND e.id = s.entry_id JOIN call k ON k.district_id = e.district_id AND k.id = e.call_id
     WHERE s.district_id = $1 AND k.contest_id = ANY($2::uuid[]) AND s.scored_at IS NOT NULL`,
    [district, contests],
  );
  return {
    panel: new Map(rows.flatMap(({ panel }) => Object.entries(panel).filter((scored): scored is [string, string] => scored[1] !== null))),
    totals: new Map(rows.flatMap(({ performance, total }) => (total === null ? [] : [[performance, total]]))),
    ranks: new Map(rows.map(({ performance, rank, tied }) => [performance, { id: performance, rank, tied }])),
  };
}
