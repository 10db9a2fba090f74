import { agree, inPot, postedFor } from '#ledger';
import type { Invariant } from '#platform';

/** Where the records of funds, loans, grants and subsidies must say what the books say. */
export const FUNDING_CHECKS: readonly Invariant[] = [
  postedFor('a tranche', 'tranche', `SELECT district_id, id, CASE state WHEN 'paid' THEN amount ELSE 0 END AS amount FROM tranche`),
  postedFor('an instalment', 'instalment', `SELECT district_id, id, CASE state WHEN 'paid' THEN amount ELSE 0 END AS amount FROM instalment`),
  postedFor('a subsidy', 'subsidy', 'SELECT district_id, id, CASE WHEN paid_on IS NULL OR NOT lives THEN 0 ELSE amount END AS amount FROM subsidy_claim'),
  agree(
    'what a fund holds',
    `SELECT 'fund ' || r.id AS "where", coalesce((SELECT sum(t.amount) FROM tranche t JOIN holding h ON h.district_id = t.district_id AND h.id = t.holding_id WHERE h.district_id = r.district_id AND h.fund_id = r.id AND t.state = 'paid'), 0)
      - coalesce((SELECT sum(x.cost) FROM holding_exit x JOIN holding h ON h.district_id = x.district_id AND h.id = x.holding_id WHERE h.district_id = r.district_id AND h.fund_id = r.id), 0)
      + coalesce((SELECT sum(i.amount) FROM investment i WHERE i.district_id = r.district_id AND i.fund_id = r.id AND EXISTS (SELECT 1 FROM transfer t WHERE t.district_id = i.district_id AND t.ground = 'investment:' || i.id)), 0) AS have, ${inPot('r.id', `'invested'`)} AS books FROM seed_fund r`,
  ),
  agree(
    'what a fund has promised',
    `SELECT 'fund ' || r.id AS "where", coalesce((SELECT sum(t.amount) FROM tranche t JOIN holding h ON h.district_id = t.district_id AND h.id = t.holding_id WHERE h.district_id = r.district_id AND h.fund_id = r.id AND t.state = 'due'), 0)
      + coalesce((SELECT sum((p.terms->>'amount')::bigint) FROM fund_proposal p JOIN aggregate a ON a.district_id = p.district_id AND a.id = p.id WHERE p.district_id = r.district_id AND p.fund_id = r.id AND a.state = 'approved'), 0) AS have, ${inPot('r.id', `'promised'`)} AS books FROM seed_fund r`,
  ),
  agree(
    'what is owed of a loan',
    `SELECT 'loan ' || r.id AS "where", CASE WHEN r.drawn_on IS NULL THEN 0 ELSE r.granted END - coalesce((SELECT sum(p.principal) FROM loan_payment p WHERE p.district_id = r.district_id AND p.loan_id = r.id), 0) AS have, ${inPot('r.project_id', `'loan:' || r.id`)} AS books FROM loan r`,
  ),
  agree('what a pool keeps ready', `SELECT 'pool ' || r.id AS "where", coalesce((SELECT sum(l.reserved) FROM loan l WHERE l.district_id = r.district_id AND l.pool_id = r.id), 0) AS have, ${inPot('r.id', `'reserved'`)} AS books FROM credit_pool r`),
  agree('what a pool has paid', `SELECT 'pool ' || r.id AS "where", coalesce((SELECT sum(l.claimed) FROM loan l WHERE l.district_id = r.district_id AND l.pool_id = r.id), 0) AS have, ${inPot('r.id', `'used'`)} AS books FROM credit_pool r`),
  agree('what a pool can stand for', `SELECT 'pool ' || r.id AS "where", ${inPot('r.id', `'cash'`)} AS have, ${inPot('r.id', `'room'`)} + ${inPot('r.id', `'reserved'`)} AS books FROM credit_pool r`),
  agree('what a scheme has promised', `SELECT 'scheme ' || r.id AS "where", coalesce((SELECT sum(i.amount) FROM instalment i JOIN project_grant g ON g.district_id = i.district_id AND g.id = i.grant_id WHERE g.district_id = r.district_id AND g.scheme_id = r.id AND i.state = 'due'), 0) AS have, ${inPot('r.id', `'promised'`)} AS books FROM scheme r`),
  agree('what a subsidy has promised', `SELECT 'subsidy ' || r.id AS "where", coalesce((SELECT sum(s.amount) FROM subsidy_claim s JOIN aggregate a ON a.district_id = s.district_id AND a.id = s.id WHERE s.district_id = r.district_id AND s.subsidy_id = r.id AND a.state = 'granted'), 0) AS have, ${inPot('r.id', `'promised'`)} AS books FROM subsidy r`),
  agree(
    'what a grant has spent',
    `SELECT 'grant ' || r.id AS "where", coalesce((SELECT sum(s.amount) FROM spending s WHERE s.district_id = r.district_id AND s.grant_id = r.id), 0) AS have,
      coalesce((SELECT sum(a.balance) FROM ledger_account a WHERE a.district_id = r.district_id AND a.owner_id = r.project_id AND a.part LIKE 'grant:' || r.id || ':%'), 0) AS books FROM project_grant r`,
  ),
];
