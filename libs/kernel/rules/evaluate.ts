import type { Certainty, Clause, Group, RuleSet } from './rule-set.js';

export type Fact = number | boolean | string;
export type Facts = Readonly<Record<string, Fact | undefined>>;
export type Verdict = 'pass' | 'fail' | 'unknown';

/** One clause as it was judged: the fact seen, and how far a number is from passing (0 when it passes). */
export interface ClauseExplanation {
  readonly verdict: Verdict;
  readonly clause: Clause;
  readonly seen: Fact | null;
  readonly gap?: number;
}

export interface GroupExplanation {
  readonly verdict: Verdict;
  readonly zh: string;
  readonly en: string;
  readonly needed: number;
  readonly passed: number;
  readonly parts: readonly (ClauseExplanation | GroupExplanation)[];
}

/** The whole judgement: which version of which rule saw which facts and what came of it. */
export interface Explanation {
  readonly rule: string;
  readonly version: string;
  readonly source: string;
  readonly certainty: Certainty;
  readonly verdict: Verdict;
  readonly root: GroupExplanation;
}

/** Judges `facts` by `set`. A fact that is missing makes its clause unknown, never a failure in silence. */
export function evaluate(set: RuleSet, facts: Facts): Explanation {
  const root = judgeGroup(set.root, facts);
  const { key: rule, version, source, certainty } = set;
  return { rule, version, source, certainty, verdict: root.verdict, root };
}

/** The clauses that stand between the facts and a pass; within a choice that is met, none. */
export function gaps(explanation: GroupExplanation): ClauseExplanation[] {
  if (explanation.verdict === 'pass') return [];
  return explanation.parts
    .filter((part) => part.verdict !== 'pass')
    .flatMap((part) => ('parts' in part ? gaps(part) : [part]));
}

function judgeGroup(group: Group, facts: Facts): GroupExplanation {
  const parts = group.of.map((part) => ('of' in part ? judgeGroup(part, facts) : judgeClause(part, facts)));
  const needed = group.atLeast ?? parts.length;
  const passed = parts.filter((part) => part.verdict === 'pass').length;
  const unknown = parts.filter((part) => part.verdict === 'unknown').length;
  const verdict = passed >= needed ? 'pass' : passed + unknown >= needed ? 'unknown' : 'fail';
  return { verdict, zh: group.zh, en: group.en, needed, passed, parts };
}

function judgeClause(clause: Clause, facts: Facts): ClauseExplanation {
  const seen = facts[clause.metric];
  if (seen === undefined) return { verdict: 'unknown', clause, seen: null };
  const verdict = holds(clause, seen) ? 'pass' : 'fail';
  const gap =
    typeof seen === 'number' && typeof clause.threshold === 'number' && verdict === 'fail'
      ? Math.abs(clause.threshold - seen)
      : 0;
  return { verdict, clause, seen, ...(typeof seen === 'number' && { gap }) };
}

function holds({ comparison, threshold }: Clause, seen: Fact): boolean {
  switch (comparison) {
    case 'at-least':
      return seen >= threshold;
    case 'at-most':
      return seen <= threshold;
    case 'above':
      return seen > threshold;
    case 'below':
      return seen < threshold;
    case 'is':
      return seen === threshold;
    case 'one-of':
      return Array.isArray(threshold) && threshold.includes(seen);
  }
}
