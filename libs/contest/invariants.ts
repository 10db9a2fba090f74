import type { Invariant } from '#platform';

/** A sheet `s` of a round `r` with its state `a`. */
const SHEETS = `score_sheet s JOIN aggregate a ON a.district_id = s.district_id AND a.id = s.id JOIN round r ON r.district_id = s.district_id AND r.id = s.round_id`;

/** What is always so of entries, sheets, places, awards and votes. */
export const CONTEST_INVARIANTS: readonly Invariant[] = [
  {
    what: 'an entry that is in has no receipt, or one that never was has one',
    sql: `SELECT 'entry ' || e.id AS "where", a.state || ', ' || count(s.id) || ' receipts' AS detail FROM entry e
      JOIN aggregate a ON a.district_id = e.district_id AND a.id = e.id LEFT JOIN submission s ON s.district_id = e.district_id AND s.entry_id = e.id
      WHERE a.state IN ('draft', 'lapsed', 'submitted', 'returned') GROUP BY e.district_id, e.id, a.state HAVING (a.state IN ('draft', 'lapsed')) = (count(s.id) > 0)`,
  },
  {
    what: 'a receipt is dated after the close and not marked as late',
    sql: `SELECT 'entry ' || e.id AS "where", s.at || ', closed at ' || c.closes_at AS detail FROM submission s JOIN entry e ON e.district_id = s.district_id AND e.id = s.entry_id
      JOIN call c ON c.district_id = e.district_id AND c.id = e.call_id WHERE s.at >= c.closes_at AND NOT s.late AND s.number = 1`,
  },
  {
    what: 'a sheet that is in lacks a mark',
    sql: `SELECT 'sheet ' || s.id AS "where", x.key AS detail FROM ${SHEETS} JOIN aspect x ON x.district_id = s.district_id AND x.round_id = s.round_id AND x.entry_id = s.entry_id
      LEFT JOIN mark m ON m.district_id = x.district_id AND m.aspect_id = x.id AND m.sheet_id = s.id WHERE a.state = 'submitted' AND r.plan IS NOT NULL AND m.sheet_id IS NULL`,
  },
  {
    what: 'a mark is of another entry or round than its sheet',
    sql: `SELECT 'sheet ' || s.id AS "where", x.key AS detail FROM mark m JOIN aspect x ON x.district_id = m.district_id AND x.id = m.aspect_id
      JOIN score_sheet s ON s.district_id = m.district_id AND s.id = m.sheet_id WHERE x.round_id <> s.round_id OR x.entry_id <> s.entry_id`,
  },
  {
    what: 'a sheet counts whose judge is in conflict with its entry',
    sql: `SELECT 'sheet ' || s.id AS "where", string_agg(k.source, ', ') AS detail FROM ${SHEETS}
      JOIN conflict k ON k.district_id = s.district_id AND k.entry_id = s.entry_id AND k.judge_id = s.judge_id WHERE a.state <> 'pulled' GROUP BY s.id`,
  },
  {
    what: 'a judge has a sheet of his own project',
    sql: `SELECT 'sheet ' || s.id AS "where", 'judge ' || s.judge_id AS detail FROM ${SHEETS} JOIN entry e ON e.district_id = s.district_id AND e.id = s.entry_id
      JOIN role_grant g ON g.district_id = s.district_id AND g.person_id = s.judge_id AND g.role = 'team' AND g.scope_id = e.project_id WHERE a.state <> 'pulled'`,
  },
  {
    what: 'a higher total has the lower place',
    sql: `SELECT 'round ' || round_id || ', entry ' || entry_id AS "where", 'place ' || rank || ' after ' || before AS detail FROM (
      SELECT round_id, entry_id, rank, max(rank) OVER (PARTITION BY district_id, round_id ORDER BY total DESC RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE GROUP) AS before
      FROM standing WHERE total IS NOT NULL AND rank IS NOT NULL) placed WHERE rank <= before`,
  },
  {
    what: 'a prize has more winners than places',
    sql: `SELECT 'call ' || w.call_id AS "where", w.prize || ': ' || count(*) || ' of ' || (p.prize ->> 'places') AS detail FROM award w
      JOIN aggregate a ON a.district_id = w.district_id AND a.id = w.id JOIN call c ON c.district_id = w.district_id AND c.id = w.call_id
      JOIN LATERAL jsonb_array_elements(c.prizes) AS p(prize) ON p.prize ->> 'name' = w.prize WHERE a.state <> 'declined'
      GROUP BY w.district_id, w.call_id, w.prize, p.prize HAVING count(*) > (p.prize ->> 'places')::int`,
  },
  {
    what: 'a prize is of an entry that did not win',
    sql: `SELECT 'award ' || w.id AS "where", 'entry ' || w.entry_id || ' is ' || e.state AS detail FROM award w JOIN aggregate a ON a.district_id = w.district_id AND a.id = w.id
      JOIN aggregate e ON e.district_id = w.district_id AND e.id = w.entry_id WHERE a.state <> 'declined' AND e.state NOT IN ('awarded', 'archived')`,
  },
  {
    what: 'a vote is for an entry that is not in its round',
    sql: `SELECT 'round ' || v.round_id AS "where", 'entry ' || v.entry_id AS detail FROM vote v
      LEFT JOIN standing s ON s.district_id = v.district_id AND s.round_id = v.round_id AND s.entry_id = v.entry_id WHERE s.entry_id IS NULL`,
  },
];
