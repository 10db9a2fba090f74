import { localDay } from '#kernel';
import { timeZoneOf, type Context, type RecordSource } from '#platform';

/** The columns that tell whether a record is still what it was. */
const SAME = ['aggregate_id', 'sort', 'place', 'project_id', 'title', '"on"', 'until', 'amount'];
const row = (of: string): string => `(${SAME.map((column) => `${of}.${column}`).join(', ')})`;

const CAME = `day, sort, place, came, came_amount, went, went_amount`;
/** What a tally adds to the sums of the day it begins and of the day after its last; taken back with the sign turned. */
const added = (of: string, sign: '' | '-'): string => `
  SELECT "on" AS day, sort, place, ${sign}1 AS came, ${sign}amount AS came_amount, 0 AS went, 0 AS went_amount FROM ${of}
  UNION ALL SELECT until + 1, sort, place, 0, 0, ${sign}1, ${sign}amount FROM ${of} WHERE until IS NOT NULL`;

/**
 * Compares what a source has with what is counted of it, closes what no longer holds and adds what is new, with the
 * sums of both: one statement, which gives how many tallies changed. $1 district, $2 source, $3 known at, $4 its day, $5 subjects.
 */
const refresh = ({ records }: RecordSource, only: boolean): string => `
  WITH fresh AS MATERIALIZED (SELECT * FROM (${records}) s WHERE s.district_id = $1::uuid AND s."on" IS NOT NULL ${only ? 'AND s.subject = ANY($5::uuid[])' : ''}),
  held AS MATERIALIZED (SELECT * FROM tally t WHERE t.district_id = $1::uuid AND t.source = $2::text AND t.known_to IS NULL ${only ? 'AND t.subject = ANY($5::uuid[])' : ''}),
  gone AS (
    UPDATE tally t SET known_to = $3::timestamptz FROM held h LEFT JOIN fresh f ON f.record = h.record
    WHERE t.id = h.id AND (f.record IS NULL OR ${row('f')} IS DISTINCT FROM ${row('h')}) RETURNING t.*
  ),
  come AS (
    INSERT INTO tally (district_id, source, subject, record, ${SAME.join(', ')}, known_from)
    SELECT f.district_id, $2::text, f.subject, f.record, ${SAME.map((column) => `f.${column}`).join(', ')}, $3::timestamptz FROM fresh f LEFT JOIN held h ON h.record = f.record
    WHERE h.record IS NULL OR ${row('f')} IS DISTINCT FROM ${row('h')} RETURNING *
  ),
  summed AS (
    INSERT INTO tally_sum AS s (district_id, source, sort, place, day, known_on, came, came_amount, went, went_amount)
    SELECT $1::uuid, $2::text, sort, place, day, $4::date, sum(came), sum(came_amount), sum(went), sum(went_amount)
    FROM (${added('come', '')} UNION ALL ${added('gone', '-')}) moved (${CAME}) GROUP BY sort, place, day
    ON CONFLICT (district_id, source, sort, place, day, known_on)
    DO UPDATE SET came = s.came + excluded.came, came_amount = s.came_amount + excluded.came_amount, went = s.went + excluded.went, went_amount = s.went_amount + excluded.went_amount
  )
  SELECT ((SELECT count(*) FROM gone) + (SELECT count(*) FROM come))::int AS changed`;

/** Holds the district's figures and says when it is for them: never at or before what they knew already. */
async function openBook(c: Context): Promise<{ readonly at: Date; readonly day: string }> {
  const [book] = await c.tx.$queryRaw<{ known_at: Date }[]>`
    INSERT INTO figure_book (district_id, known_at) VALUES (${c.district}::uuid, 'epoch') ON CONFLICT (district_id) DO UPDATE SET known_at = figure_book.known_at RETURNING known_at`;
  const at = new Date(Math.max(c.now.getTime(), book!.known_at.getTime() + 1));
  return { at, day: localDay(at, await timeZoneOf(c)) };
}

/** Reads sources anew, of some subjects or (null) of all, and keeps what changed with the time at which it became known. */
export async function countRecords(c: Context, work: readonly { readonly source: RecordSource; readonly subjects: readonly string[] | null }[]): Promise<number> {
  const { at, day } = await openBook(c);
  // How many rows a whole source has, the planner can't tell: it would compare each with each.
  if (work.some(({ subjects }) => subjects === null)) await c.tx.$executeRaw`SET LOCAL enable_nestloop = off`;
  let changed = 0;
  for (const { source, subjects } of work) {
    const facts = [c.district, source.key, at.toISOString(), day, ...(subjects === null ? [] : [subjects])];
    const [count] = await c.tx.$queryRawUnsafe<{ changed: number }[]>(refresh(source, subjects !== null), ...facts);
    changed += count!.changed;
  }
  if (changed > 0) await c.tx.figureBook.update({ where: { districtId: c.district }, data: { knownAt: at } });
  return changed;
}
