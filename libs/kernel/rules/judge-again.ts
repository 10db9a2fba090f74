import { evaluate, type ClauseExplanation, type Explanation, type Fact, type GroupExplanation } from './evaluate.js';
import type { Clause, Group } from './rule-set.js';

const clausesOf = (group: GroupExplanation): ClauseExplanation[] => group.parts.flatMap((part) => ('parts' in part ? clausesOf(part) : [part]));

/** The conditions with a figure that a judgement was made by, each metric and threshold once. */
export function thresholdsIn({ root }: Explanation): Clause[] {
  return [...new Map(clausesOf(root).filter(({ clause }) => typeof clause.threshold === 'number').map(({ clause }) => [clause.metric, clause])).values()];
}

/** What was judged, judged by the same rule on the same facts with other figures for some metrics. */
export function judgeAgain(explanation: Explanation, thresholds: Readonly<Record<string, number>>): Explanation {
  const facts = Object.fromEntries(clausesOf(explanation.root).flatMap(({ clause, seen }): [string, Fact][] => (seen === null ? [] : [[clause.metric, seen]])));
  const groupOf = ({ zh, en, needed, parts }: GroupExplanation): Group => ({ zh, en, atLeast: needed, of: parts.map((part) => ('parts' in part ? groupOf(part) : clauseOf(part.clause))) });
  const clauseOf = (clause: Clause): Clause => (typeof clause.threshold === 'number' && thresholds[clause.metric] !== undefined ? { ...clause, threshold: thresholds[clause.metric]! } : clause);
  const { rule: key, version, source, certainty, root } = explanation;
  return evaluate({ key, version, source, certainty, inForceFrom: '', root: groupOf(root) }, facts);
}
