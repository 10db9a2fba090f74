import type { ClauseExplanation, Explanation, GroupExplanation } from '#kernel';

/** What is missing of one clause: how much, and how far that is beside what is asked for (0 is there, 1 is all of it, or a yes that is a no). */
export interface Gap {
  readonly metric: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: string | null;
  readonly seen: ClauseExplanation['seen'];
  readonly needed: ClauseExplanation['clause']['threshold'];
  /** Above and below are not met at the line itself. */
  readonly comparison: ClauseExplanation['clause']['comparison'];
  readonly missing: number | null;
  readonly effort: number;
}

/** More than all that may be missing of one way. */
const OUT_OF_REACH = 100;

function gapOf({ clause, seen, verdict, gap }: ClauseExplanation): Gap {
  const { metric, zh, en, unit = null, comparison, threshold: needed } = clause;
  const short = verdict === 'fail' && gap !== undefined && typeof needed === 'number';
  const effort = short ? Math.max(0.01, Math.min(1, gap / Math.max(1, Math.abs(needed)))) : 1;
  return { metric, zh, en, unit, seen, needed, comparison, missing: short && gap > 0 ? gap : null, effort: clause.tier ? OUT_OF_REACH : Math.round(effort * 100) / 100 };
}

const total = (gaps: readonly Gap[]): number => gaps.reduce((sum, { effort }) => sum + effort, 0);

/** How far all that is missing is, to the hundredth. */
export const effortOf = (gaps: readonly Gap[]): number => Math.round(100 * total(gaps)) / 100;

/** Of a choice, only the ways that are nearest, as many as are needed. */
function gapsIn({ parts, needed, passed, verdict }: GroupExplanation): Gap[] {
  if (verdict === 'pass') return [];
  const open = parts.filter((part) => part.verdict !== 'pass').map((part) => ('parts' in part ? gapsIn(part) : [gapOf(part)]));
  return open.sort((a, b) => total(a) - total(b)).slice(0, needed - passed).flat();
}

/** What is missing for a pass, the least effort first. */
export const gapsByEffort = ({ root }: Pick<Explanation, 'root'>): Gap[] => gapsIn(root).sort((a, b) => a.effort - b.effort);
