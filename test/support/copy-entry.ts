import type { Database } from '#platform';

/** Adds so many entries like one that is there, past the service: a list asks nothing of the way they came. */
export async function copyEntry({ pool }: Database, entry: string, count: number): Promise<void> {
  await pool.query(
    `CREATE TEMP TABLE made AS SELECT gen_random_uuid() AS id, n FROM generate_series(1, ${count}) AS n;
     INSERT INTO aggregate SELECT (jsonb_populate_record(a, jsonb_build_object('id', made.id))).* FROM aggregate a, made WHERE a.id = '${entry}';
     INSERT INTO entry SELECT (jsonb_populate_record(e, jsonb_build_object('id', made.id, 'title', '项目 ' || made.n, 'field', CASE made.n % 2 WHEN 0 THEN '生物医药' ELSE '新材料' END))).* FROM entry e, made WHERE e.id = '${entry}';
     DROP TABLE made`,
  );
}
