import type { Invariant } from '#platform';

/** `have` and `books`, two columns of a query by `where`, must be the same. */
export const agree = (what: string, sql: string): Invariant => ({ what: `${what} is not in the books as it is in the records`, sql: `SELECT "where", 'in the records ' || have || ' fen, in the books ' || books AS detail FROM (${sql}) both_sides WHERE have <> books` });

const posted = (ground: string): string => `coalesce((SELECT t.amount FROM transfer t WHERE t.district_id = r.district_id AND t.ground = ${ground}), 0)`;

/** Each row of `rows` (district_id, id, amount) was posted under the ground `ground:id`; one of 0 fen was not, or came back under `ground:id:back`. */
export const postedFor = (what: string, ground: string, rows: string): Invariant =>
  agree(what, `SELECT '${ground} ' || r.id AS "where", r.amount AS have, ${posted(`'${ground}:' || r.id`)} - ${posted(`'${ground}:' || r.id || ':back'`)} AS books FROM (${rows}) r`);

/** What is in the pot of these SQL expressions, beside a row `r`. */
export const inPot = (owner: string, part: string): string => `coalesce((SELECT a.balance FROM ledger_account a WHERE a.district_id = r.district_id AND a.owner_id = ${owner} AND a.part = ${part}), 0)`;
