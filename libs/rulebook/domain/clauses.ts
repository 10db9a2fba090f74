import { isRefusal, refuse, refusalType, type Clause, type Group, type Refusal } from '#kernel';

export const noSuchClause = refusalType('rule:no-such-clause', 'invalid', '规则中没有位于 {at} 的条件。', 'The rule has nothing at {at}.');
export const otherKindOfThreshold = refusalType('rule:threshold-kind', 'invalid', '“{clause}”的界限应为{kind}。', 'The threshold of "{clause}" has to be {kind}.');
export const moreThanThereAre = refusalType('rule:at-least', 'invalid', '“{group}”共 {of} 项，至少项数应为 1 至 {of}。', '"{group}" has {of} parts: at least 1 and at most {of} can be asked for.');

/** A change to what stands at a place of a rule: the numbers of the parts on the way to it, such as `0.2`; the whole is `root`. */
export interface Revision {
  readonly at: string;
  readonly threshold?: number | boolean | string | readonly string[];
  readonly atLeast?: number;
  readonly zh?: string;
  readonly en?: string;
}

/** One line of a rule, read from the top. */
export interface Line {
  readonly at: string;
  readonly depth: number;
  readonly zh: string;
  readonly en: string;
  /** A condition; null for a group of them. */
  readonly clause: Pick<Clause, 'metric' | 'comparison' | 'threshold' | 'unit' | 'article'> | null;
  /** How many of a group must hold, of how many. */
  readonly atLeast: number | null;
  readonly of: number | null;
}

/** A rule as lines in reading order. */
export function linesOf(part: Clause | Group, at = 'root', depth = 0): Line[] {
  if (!('of' in part)) {
    const { metric, comparison, threshold, unit, article, zh, en } = part;
    return [{ at, depth, zh, en, clause: { metric, comparison, threshold, ...(unit !== undefined && { unit }), ...(article !== undefined && { article }) }, atLeast: null, of: null }];
  }
  const { zh, en, of, atLeast = of.length } = part;
  return [{ at, depth, zh, en, clause: null, atLeast, of: of.length }, ...of.flatMap((one, n) => linesOf(one, at === 'root' ? String(n) : `${at}.${n}`, depth + 1))];
}

const kindOf = (threshold: Clause['threshold']): string => (Array.isArray(threshold) ? 'list' : typeof threshold);
const KINDS: Readonly<Record<string, string>> = { number: '数字（a number）', boolean: '是或否（yes or no）', string: '文字（a text）', list: '清单（a list）' };

function changed(part: Clause | Group, { threshold, atLeast, zh, en }: Revision): Clause | Group | Refusal {
  const words = { ...(zh !== undefined && { zh }), ...(en !== undefined && { en }) };
  if ('of' in part) {
    if (threshold !== undefined) return refuse(otherKindOfThreshold, { clause: part.zh, kind: '—' });
    if (atLeast !== undefined && (atLeast < 1 || atLeast > part.of.length)) return refuse(moreThanThereAre, { group: part.zh, of: part.of.length });
    return { ...part, ...words, ...(atLeast !== undefined && { atLeast }) };
  }
  if (threshold !== undefined && kindOf(threshold) !== kindOf(part.threshold)) return refuse(otherKindOfThreshold, { clause: part.zh, kind: KINDS[kindOf(part.threshold)]! });
  return { ...part, ...words, ...(threshold !== undefined && { threshold }) };
}

function revise(part: Clause | Group, steps: readonly string[], revision: Revision): Clause | Group | Refusal {
  const [step, ...rest] = steps;
  if (step === undefined) return changed(part, revision);
  const inner = 'of' in part ? part.of[Number(step)] : undefined;
  if (!('of' in part) || inner === undefined) return refuse(noSuchClause, { at: revision.at });
  const revised = revise(inner, rest, revision);
  return isRefusal(revised) ? revised : { ...part, of: part.of.map((one, n) => (n === Number(step) ? revised : one)) };
}

/** A rule with some of its places changed; what is asked of whom else stays. */
export function revised(root: Group, revisions: readonly Revision[]): Group | Refusal {
  let now: Group = root;
  for (const revision of revisions) {
    const next = revise(now, revision.at === 'root' ? [] : revision.at.split('.'), revision);
    if (isRefusal(next)) return next;
    now = next as Group;
  }
  return now;
}

/** A line of two versions that is not the same in both; null where a version has no such line. */
export interface Difference {
  readonly at: string;
  readonly before: Line | null;
  readonly after: Line | null;
}

/** What differs between two versions, place by place. */
export function differences(before: Group, after: Group): Difference[] {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const places = [...new Set([...old, ...fresh].map(({ at }) => at))];
  return places.flatMap((at) => {
    const [one, other] = [old.find((line) => line.at === at) ?? null, fresh.find((line) => line.at === at) ?? null];
    return JSON.stringify(one) === JSON.stringify(other) ? [] : [{ at, before: one, after: other }];
  });
}
