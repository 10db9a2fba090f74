import { agree } from '#ledger';
import type { Invariant } from '#platform';

/** Prizes that stand as paid are in the books, less what was put down by mistake and taken back. */
export const CONTEST_CHECKS: readonly Invariant[] = [
  agree(
    'a prize',
    `SELECT 'award ' || r.id AS "where", CASE WHEN r.paid_on IS NULL THEN 0 ELSE r.money END AS have,
      coalesce((SELECT sum(CASE a.part WHEN 'purse' THEN t.amount ELSE -t.amount END) FROM transfer t JOIN ledger_account a ON a.district_id = t.district_id AND a.id = t.from_id WHERE t.district_id = r.district_id AND t.about_id = r.id), 0) AS books FROM award r`,
  ),
];
