import type { AssignmentProblem, Certificate } from './problem.js';

/** Where an assignment or its proof fails. */
export interface Failure {
  readonly what: 'entry-needs' | 'judge-places' | 'judge-least' | 'free-pair-cheaper' | 'taken-pair-dearer' | 'judge-price' | 'unknown-pair';
  readonly entry?: number;
  readonly judge?: number;
}

/**
 * Proves an assignment feasible and the cheapest, in one pass: every entry has what it needs, no judge more than he
 * takes or less than he must have, no free pair is cheaper than its prices allow, no taken one dearer, and each judge's
 * price lies between what his last place cost, unless he must have it, and what the next would (complementary slackness
 * of linear programming). Knows nothing of how
 * the assignment was found. Returns where it fails, nothing when it holds.
 */
export function verifyAssignment({ needs, places, least, loads, balanceCost, pairs }: AssignmentProblem, chosen: readonly number[], { judges, entries }: Certificate): Failure[] {
  const taken = new Uint8Array(pairs.entry.length);
  const failures: Failure[] = [];
  const given = needs.map(() => 0);
  const held = places.map(() => 0);
  for (const pair of chosen) {
    // A pair that is not there, or is there twice.
    if (taken[pair] !== 0) return [{ what: 'unknown-pair' }];
    taken[pair] = 1;
    given[pairs.entry[pair]!]!++;
    held[pairs.judge[pair]!]!++;
  }
  needs.forEach((n, entry) => given[entry] !== n && failures.push({ what: 'entry-needs', entry }));
  places.forEach((n, judge) => held[judge]! > n && failures.push({ what: 'judge-places', judge }));
  least?.forEach((n, judge) => held[judge]! < n && failures.push({ what: 'judge-least', judge }));
  for (let pair = 0; pair < pairs.entry.length; pair++) {
    const [entry, judge] = [pairs.entry[pair]!, pairs.judge[pair]!];
    const reduced = pairs.cost[pair]! + judges[judge]! - entries[entry]!;
    // Written so that a price that is no number fails too.
    if (taken[pair] ? !(reduced <= 0) : !(reduced >= 0)) failures.push({ what: taken[pair] ? 'taken-pair-dearer' : 'free-pair-cheaper', entry, judge });
  }
  places.forEach((n, judge) => {
    const load = (loads?.[judge] ?? 0) + held[judge]!;
    const [price, count] = [judges[judge]!, held[judge]!];
    const above = count <= (least?.[judge] ?? 0) || price >= balanceCost * (load - 1);
    const below = count >= n || price <= balanceCost * load;
    if (!above || !below) failures.push({ what: 'judge-price', judge });
  });
  return failures;
}
