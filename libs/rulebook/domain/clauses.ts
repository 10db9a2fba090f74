import { isRefusal, refuse, refusalType, type Clause, type Group, type Refusal } from '#kernel';
import type { Line, Revision } from './line.js';

export const noSuchClause = refusalType('rule:no-such-clause', 'invalid', '规则中没有位于 {at} 的条件。', 'The rule has nothing at {at}.');
export const otherKindOfThreshold = refusalType('rule:threshold-kind', 'invalid', '“{clause}”的界限应为{kind}。', 'The threshold of "{clause}" has to be {kind}.');
export const moreThanThereAre = refusalType('rule:at-least', 'invalid', '“{group}”共 {of} 项，至少项数应为 1 至 {of}。', '"{group}" has {of} parts: at least 1 and at most {of} can be asked for.');

/** Conditions as lines in reading order. */
export function linesOfClauses(part: Clause | Group, at = 'root', depth = 0): Line[] {
  if (!('of' in part)) {
    const { metric, comparison, threshold, unit, article, zh, en } = part;
    return [{ at, depth, zh, en, clause: { metric, comparison, threshold, ...(unit !== undefined && { unit }), ...(article !== undefined && { article }) }, atLeast: null, of: null, row: null }];
  }
  const { zh, en, of, atLeast = of.length } = part;
  return [{ at, depth, zh, en, clause: null, atLeast, of: of.length, row: null }, ...of.flatMap((one, n) => linesOfClauses(one, at === 'root' ? String(n) : `${at}.${n}`, depth + 1))];
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

/** Conditions with some of their places changed; what is asked of whom else stays. */
export function revisedClauses(root: Group, revisions: readonly Revision[]): Group | Refusal {
  let now: Group = root;
  for (const revision of revisions) {
    const next = revise(now, revision.at === 'root' ? [] : revision.at.split('.'), revision);
    if (isRefusal(next)) return next;
    now = next as Group;
  }
  return now;
}
