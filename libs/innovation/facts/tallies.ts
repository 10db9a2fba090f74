import { localDay } from '#kernel';
import type { Database } from '#platform';
import type { ProjectAmount } from '../domain/costs.js';
import type { Moved } from '../domain/figures.js';
import type { Counted, Figure } from '../rules/figure.js';

/** What is asked of a district's figures: as known at a moment (null: now), of one place or of all. */
export interface Question {
  readonly district: string;
  readonly timeZone: string;
  readonly knownAt: Date | null;
  readonly place: string | null;
}

export interface TallyRow {
  readonly id: string;
  readonly source: string;
  readonly sort: string;
  readonly record: string;
  readonly aggregate: string;
  readonly place: string;
  readonly project: string | null;
  readonly title: string;
  readonly on: string;
  readonly until: string | null;
  readonly amount: string;
  readonly knownFrom: Date;
}

/** Until when a district's figures know what happened; null where nothing was counted yet. */
export async function knownUntil({ prisma }: Database, districtId: string): Promise<Date | null> {
  return (await prisma.figureBook.findUnique({ where: { districtId } }))?.knownAt ?? null;
}

/** A tally, by its columns, as a view shows it. */
const SHOWN = `id::text, source, sort, record, aggregate_id AS aggregate, place, project_id AS project, title, to_char("on", 'YYYY-MM-DD') AS "on", to_char(until, 'YYYY-MM-DD') AS until, amount::text, known_from AS "knownFrom"`;

/** Which tallies held at a moment of knowledge, which stands at parameter `n`. */
const heldAt = (knownAt: Date | null, n: number): string => (knownAt === null ? 'known_to IS NULL' : `known_from <= $${n}::timestamptz AND (known_to IS NULL OR known_to > $${n}::timestamptz)`);

/** What each change of the moment's own day adds: sums are kept by days of knowledge. $5 known at, $6 its day, $7 time zone. */
const added = (sign: '' | '-', column: string): string => {
  const when = `district_id = $1::uuid AND ($2::text IS NULL OR place = $2) AND ${column} <= $5::timestamptz AND ${column} >= ($6::date::timestamp AT TIME ZONE $7::text)`;
  return `
    UNION ALL SELECT source, sort, "on", ${sign}1, ${sign}amount, 0, 0 FROM tally WHERE ${when}
    UNION ALL SELECT source, sort, until + 1, 0, 0, ${sign}1, ${sign}amount FROM tally WHERE until IS NOT NULL AND ${when}`;
};

/** What came and went between cuts, by source and sort. */
export async function movedBetween({ pool }: Database, { district, timeZone, knownAt, place }: Question, cuts: readonly string[]): Promise<Moved[]> {
  const { rows } = await pool.query<{ source: string; sort: string; bucket: number; came: string; came_amount: string; went: string; went_amount: string }>(
    `WITH moved AS (
       SELECT source, sort, day, came, came_amount, went, went_amount FROM tally_sum WHERE district_id = $1::uuid AND ($2::text IS NULL OR place = $2) ${knownAt === null ? '' : 'AND known_on < $6::date'}
       ${knownAt === null ? '' : added('', 'known_from') + added('-', 'known_to')}
     )
     SELECT source, sort, width_bucket(day - 1, $3::date[]) AS bucket, sum(came) AS came, sum(came_amount) AS came_amount, sum(went) AS went, sum(went_amount) AS went_amount
     FROM moved WHERE day <= $4::date GROUP BY source, sort, bucket`,
    [district, place, cuts, cuts.at(-1), ...(knownAt === null ? [] : [knownAt, localDay(knownAt, timeZone), timeZone])],
  );
  return rows.map(({ source, sort, bucket, came, came_amount, went, went_amount }) => ({ source, sort, bucket, came: Number(came), cameAmount: Number(came_amount), went: Number(went), wentAmount: Number(went_amount) }));
}

/** What began to count in the year of a day and still does on it, by source and sort. */
export async function freshOn({ pool }: Database, { district, knownAt, place }: Question, day: string, sources: readonly string[]): Promise<{ source: string; sort: string; count: number; amount: number }[]> {
  const { rows } = await pool.query<{ source: string; sort: string; count: string; amount: string }>(
    `SELECT source, sort, count(*) AS count, sum(amount) AS amount FROM tally
     WHERE district_id = $1::uuid AND source = ANY($2) AND ($3::text IS NULL OR place = $3) AND "on" BETWEEN date_trunc('year', $4::date)::date AND $4::date AND (until IS NULL OR until >= $4::date) AND ${heldAt(knownAt, 5)}
     GROUP BY source, sort`,
    [district, sources, place, day, ...(knownAt === null ? [] : [knownAt])],
  );
  return rows.map(({ source, sort, count, amount }) => ({ source, sort, count: Number(count), amount: Number(amount) }));
}

/** The targets of a day's year, by figure, for a place or the whole. */
export async function targetsOf({ pool }: Database, { district, knownAt, place }: Question, day: string): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ sort: string; amount: string }>(
    `SELECT sort, amount FROM tally WHERE district_id = $1::uuid AND source = 'target' AND place = coalesce($2, '') AND $3::date BETWEEN "on" AND until AND ${heldAt(knownAt, 4)}`,
    [district, place, day, ...(knownAt === null ? [] : [knownAt])],
  );
  return new Map(rows.map(({ sort, amount }) => [sort, Number(amount)]));
}

/** Which records a figure counts between two days: those that came (`after`), or (null) all that hold on the last. */
export interface Span {
  readonly after: string | null;
  readonly until: string;
  /** Only what still counts on the last day. */
  readonly holding: boolean;
}

/** Which tallies a figure counts: of `countedOf`'s seven values, and what was known then as parameter `n`. */
const counted = (knownAt: Date | null, n: number): string => `
  district_id = $1::uuid AND ($2::text IS NULL OR place = $2) AND EXISTS (SELECT 1 FROM jsonb_array_elements($3::jsonb) f WHERE f ->> 'source' = source AND (f -> 'sorts' IS NULL OR f -> 'sorts' ? sort))
  AND source = ANY($4) AND ($5::date IS NULL OR "on" > $5::date) AND "on" <= $6::date AND (NOT $7 OR until IS NULL OR until >= $6::date) AND ${heldAt(knownAt, n)}`;
const countedOf = ({ district, place }: Question, { from }: Figure, { after, until, holding }: Span) => [district, place, JSON.stringify(from), from.map((one: Counted) => one.source), after, until, holding];

/** The records behind a figure, in the order in which they were counted; one more than `limit`, to see whether that is all. */
export async function recordsBehind({ pool }: Database, question: Question, figure: Figure, span: Span, { from, limit }: { readonly from: number | null; readonly limit: number }): Promise<TallyRow[]> {
  const { knownAt } = question;
  const { rows } = await pool.query<TallyRow>(
    `SELECT ${SHOWN} FROM tally WHERE ${counted(knownAt, 10)} AND ($8::bigint IS NULL OR id > $8::bigint) ORDER BY tally.id LIMIT $9`,
    [...countedOf(question, figure, span), from, limit + 1, ...(knownAt === null ? [] : [knownAt])],
  );
  return rows;
}

/** Whether a figure counts more records than that. */
export async function moreBehindThan({ pool }: Database, question: Question, figure: Figure, span: Span, most: number): Promise<boolean> {
  const { knownAt } = question;
  const { rowCount } = await pool.query(`SELECT FROM tally WHERE ${counted(knownAt, 9)} OFFSET $8 LIMIT 1`, [...countedOf(question, figure, span), most, ...(knownAt === null ? [] : [knownAt])]);
  return rowCount === 1;
}

/** What projects were paid, and what they came to until a day: money and tax by year, jobs as they stand on it. */
export async function amountsByProject({ pool }: Database, { district, knownAt }: Question, day: string, { money, tax, jobs }: { readonly money: readonly string[]; readonly tax: readonly string[]; readonly jobs: readonly string[] }): Promise<ProjectAmount[]> {
  const { rows } = await pool.query<{ project: string; source: string; year: string; amount: string }>(
    `SELECT project_id AS project, source, to_char("on", 'YYYY') AS year, sum(amount) AS amount FROM tally
     WHERE district_id = $1::uuid AND project_id IS NOT NULL AND "on" <= $2::date AND ${heldAt(knownAt, 6)}
       AND (source = ANY($3) OR (source = ANY($4) AND sort IN ('tax', 'tax:year')) OR (source = ANY($5) AND (until IS NULL OR until >= $2::date)))
     GROUP BY 1, 2, 3`,
    [district, day, money, tax, jobs, ...(knownAt === null ? [] : [knownAt])],
  );
  return rows.map(({ amount, ...row }) => ({ ...row, amount: Number(amount) }));
}
