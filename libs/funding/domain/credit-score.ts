import { eventType, hundredths, refusalType, stateMachine, type Certainty, type Versioned } from '#kernel';
import type { CreditTable, Factor } from '../rules/credit-score.js';

export const scoreMachine = stateMachine({ name: 'credit-score', initial: 'scored', states: { scored: 'as it was on that day' }, transitions: {} });
export const creditScored = eventType<{ firm: string; score: number; grade: string | null; limit: number; rule: string; version: string }>('credit:scored', 'When a firm’s knowledge was scored, graded and given a limit.');

export const noCreditRule = refusalType('credit:no-rule', 'unmet', '{on} 没有生效的评价规则。', 'No rule of scoring is in force on {on}.');

/** One factor as it was judged: its points, the most there are, and what one step more would need and bring. */
export interface FactorScore {
  readonly metric: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
  readonly seen: number | null;
  readonly points: number;
  readonly most: number;
  readonly next: { readonly more: number; readonly points: number } | null;
}

/** The whole judgement, with the rule it was made by; `limit` in fen. */
export interface ScoreCard {
  readonly rule: string;
  readonly version: string;
  readonly source: string;
  readonly certainty: { readonly limits: Certainty; readonly points: Certainty };
  readonly groups: readonly { readonly zh: string; readonly en: string; readonly points: number; readonly factors: readonly FactorScore[] }[];
  readonly score: number;
  readonly grade: string | null;
  readonly limit: number;
  /** What is missing to the next better grade; null at the best. */
  readonly next: { readonly grade: string; readonly points: number; readonly limit: number } | null;
}

/** Scores facts by a rule: a factor gets the points of the highest band it reaches; one that is not known gets none. */
export function scoreBy({ key, version, source, certainty, root: rule }: Versioned<CreditTable>, facts: Readonly<Record<string, number | undefined>>): ScoreCard {
  const groups = rule.groups.map(({ zh, en, factors }) => {
    const judged = factors.map((factor) => judge(factor, facts[factor.metric]));
    return { zh, en, points: judged.reduce((sum, { points }) => sum + points, 0), factors: judged };
  });
  const score = groups.reduce((sum, { points }) => sum + points, 0);
  const at = rule.grades.findIndex(({ from }) => score >= from);
  const better = rule.grades[at < 0 ? rule.grades.length - 1 : at - 1];
  return {
    ...{ rule: key, version, source, certainty: { limits: certainty === 'example' ? rule.limits : certainty, points: certainty }, groups, score, grade: rule.grades[at]?.key ?? null, limit: rule.grades[at]?.limit ?? 0 },
    next: better ? { grade: better.key, points: better.from - score, limit: better.limit } : null,
  };
}

function judge({ metric, zh, en, unit, bands }: Factor, seen: number | undefined): FactorScore {
  const reached = seen === undefined ? -1 : bands.findLastIndex(({ from }) => seen >= from);
  const points = bands[reached]?.points ?? 0;
  const next = bands[reached + 1];
  return { metric, zh, en, unit, seen: seen ?? null, points, most: bands.at(-1)?.points ?? 0, next: next ? { more: hundredths(next.from - (seen ?? 0)), points: next.points - points } : null };
}
