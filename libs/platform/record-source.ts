import type { Saying } from './reactions/reaction.js';

/** Records of one kind that the district's figures count, as a query over a module's own tables. */
export interface RecordSource {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  /** What `amount` is in; null: its records are only counted. */
  readonly unit: 'fen' | 'm2' | 'people' | null;
  /** After which events records are read anew. */
  readonly on: readonly Saying<Record<never, never>>[];
  /**
   * Whose records those are: of the event's own aggregate, of its project, all there are, or SQL that gives subjects of
   * a district ($1), an aggregate ($2) and a payload ($3).
   */
  readonly of: 'aggregate' | 'project' | 'all' | { readonly sql: string };
  /** Made by `recordsFrom`. */
  readonly records: string;
}

/** SQL expressions over the rows of a query whose main table is `r`. */
interface Columns {
  readonly subject: string;
  readonly record: string;
  readonly aggregate?: string;
  readonly sort?: string;
  readonly place?: string;
  readonly project?: string;
  readonly title?: string;
  readonly on: string;
  /** The last day on which the record counts. */
  readonly until?: string;
  readonly amount?: string;
}

/** The query of a source: what it has by subject, which conditions on the subject reach through. */
export const recordsFrom = ({ subject, record, aggregate = subject, sort = `''`, place = `''`, project = 'NULL', title = `''`, on, until = 'NULL', amount = '0' }: Columns, from: string): string =>
  `SELECT r.district_id, ${subject} AS subject, (${record})::text AS record, ${aggregate} AS aggregate_id, (${sort})::text AS sort, coalesce(${place}, '') AS place, (${project})::uuid AS project_id, coalesce(${title}, '') AS title, (${on})::date AS "on", (${until})::date AS until, (${amount})::bigint AS amount FROM ${from}`;

/** The last day of a period of SQL: 2026-Q3, 2026-07 or 2026. */
export const periodEnd = (period: string): string =>
  `(CASE WHEN ${period} LIKE '%Q%' THEN make_date(left(${period}, 4)::int, right(${period}, 1)::int * 3, 1) WHEN length(${period}) = 7 THEN (${period} || '-01')::date ELSE make_date(left(${period}, 4)::int, 12, 1) END + interval '1 month - 1 day')::date`;

/** The day on which a row's aggregate was made, in its district; joins `a` and `d`. */
export const CREATED = { on: '(a.created_at AT TIME ZONE d.time_zone)::date', join: 'JOIN aggregate a ON a.district_id = r.district_id AND a.id = r.id JOIN district d ON d.id = r.district_id' };
