import type { Group, Refusal, TableBody } from '#kernel';
import { linesOfClauses, revisedClauses } from './clauses.js';
import type { Line, Revision } from './line.js';
import { linesOfTable, revisedTable } from './table.js';

/** What a version of a rule says: conditions, or a table. */
export type RuleBody = Group | TableBody;

/** A rule as lines in reading order. */
export const linesOf = (body: RuleBody): Line[] => ('columns' in body ? linesOfTable(body) : linesOfClauses(body));

/** A rule with some of its places changed. */
export const revised = (body: RuleBody, revisions: readonly Revision[]): RuleBody | Refusal => ('columns' in body ? revisedTable(body, revisions) : revisedClauses(body, revisions));

/** A line of two versions that is not the same in both; null where a version has no such line. */
export interface Difference {
  readonly at: string;
  readonly before: Line | null;
  readonly after: Line | null;
}

/** What differs between two versions, place by place. */
export function differences(before: RuleBody, after: RuleBody): Difference[] {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const places = [...new Set([...old, ...fresh].map(({ at }) => at))];
  return places.flatMap((at) => {
    const [one, other] = [old.find((line) => line.at === at) ?? null, fresh.find((line) => line.at === at) ?? null];
    return JSON.stringify(one) === JSON.stringify(other) ? [] : [{ at, before: one, after: other }];
  });
}
