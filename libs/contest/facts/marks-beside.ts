import type { Database } from '#platform';

/** What one judge gave one entry for one criterion, in a panel that counted. */
export interface MarkOfProject {
  readonly project: string;
  readonly entry: string;
  readonly round: string;
  readonly judge: string;
  readonly judgeName: string;
  readonly criterion: string;
  readonly value: number;
}

/**
 * All marks of the rounds that one of these projects was judged in, with the project that each was for: of sheets that were
 * handed in and stand, calibrations and shadow rounds left out.
 */
export async function marksBeside({ pool }: Database, district: string, projects: Iterable<string>): Promise<MarkOfProject[]> {
  const { rows } = await pool.query<MarkOfProject>(
    `SELECT e.project_id AS project, e.id AS entry, s.round_id AS round, s.judge_id AS judge, n.name AS "judgeName", x.key AS criterion, m.value::float8 AS value
     FROM mark m JOIN aspect x ON x.district_id = m.district_id AND x.id = m.aspect_id JOIN score_sheet s ON s.district_id = m.district_id AND s.id = m.sheet_id
     JOIN round r ON r.district_id = s.district_id AND r.id = s.round_id JOIN entry e ON e.district_id = s.district_id AND e.id = s.entry_id
     JOIN person n ON n.district_id = s.district_id AND n.id = s.judge_id
     WHERE m.district_id = $1 AND s.submitted_at IS NOT NULL AND s.pulled IS NULL AND r.kind = 'judging' AND s.round_id IN (
       SELECT o.round_id FROM score_sheet o JOIN entry p ON p.district_id = o.district_id AND p.id = o.entry_id
       WHERE o.district_id = $1 AND o.submitted_at IS NOT NULL AND o.pulled IS NULL AND p.project_id = ANY($2::uuid[]))`,
    [district, [...projects]],
  );
  return rows;
}
