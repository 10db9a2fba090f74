import { evaluate, inForceOn, ruleInForce, type Explanation, type Facts, type RuleSet, type Versioned } from '#kernel';
import type { ApplicationKind } from '../rules/certificates.js';
import { cardKey, type Card } from '../rules/card.js';
import { ON_SITE_CHECKS } from '../rules/tech-sme.js';
import { gapsByEffort, type Gap } from './effort.js';
import { scoreBy, type Score } from './score.js';
import { waysUp, type WayUp } from './ways-up.js';

/** `depends`: it passes by the best reading and fails by the worst: experts choose within a band, or a text can be read in two ways. */
type AssessedVerdict = 'pass' | 'fail' | 'unknown' | 'depends';

interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface Assessed {
  readonly rule: string;
  readonly version: string;
  readonly kind: ApplicationKind;
  readonly on: string;
  readonly source: string;
  readonly certainty: RuleSet['certainty'];
  readonly verdict: AssessedVerdict;
  readonly why: readonly Words[];
  readonly score: Score | null;
  /** By the reading that is worst for the firm. */
  readonly explanation: Explanation;
  readonly gaps: readonly Gap[];
  /** Where points are missing: what would bring them, each alone. */
  readonly ways: readonly WayUp[];
  /** What leads to a look on the spot, not to a refusal. */
  readonly checks: readonly Words[];
  readonly facts: Facts;
}

const BAND: Words = { zh: '取决于专家在评分区间内的打分', en: 'it depends on the experts’ band' };
const FIVE_PERCENT: Words = { zh: '增长率恰为 5%：工作指引的表与填报说明不一致，请咨询认定机构', en: 'growth is exactly 5 %, where the guide’s table and form differ: ask' };
const QUALITY: Words = { zh: '质量评分在 50 与 60 之间：两种文本不一致，请核对附件 1', en: 'the quality score is between 50 and 60, where two readings differ: check annex 1' };

/** The score where growth of exactly 5 % may be read as more, or as not more. */
function withBorders(score: Score, facts: Facts): Score {
  const parts = score.parts.map((part) => (part.judgedByExperts || facts[part.key] !== 5 ? part : { ...part, low: Math.min(part.low, 1) }));
  return { ...score, parts, low: parts.reduce((sum, { low }) => sum + low, 0) };
}

const ofParts = (score: Score, end: 'low' | 'high', prefix: string): number => score.parts.filter(({ key }) => key.startsWith(prefix)).reduce((sum, part) => sum + part[end], 0);

/** The facts that points make, at one end of what is open. */
const pointFacts = (score: Score, end: 'low' | 'high'): Facts => ({
  points: score[end],
  'staff-points': ofParts(score, end, 'staff'),
  'ip-points': ofParts(score, end, 'ip'),
  'innovation-points': ofParts(score, end, 'innovation'),
  'growth-points': ofParts(score, end, 'growth'),
  'specialisation-points': ofParts(score, end, 'specialisation'),
});

/** A range that comes of a figure that is not known is not the experts' choice. */
const isKnown = ({ parts }: Score): boolean => parts.every(({ by, judgedByExperts, low, high }) => judgedByExperts || low === high || Object.values(by).some((seen) => seen !== null));

/** The rules that firms are judged by, in all versions: conditions, and the cards that give points. */
export interface FirmRules {
  readonly sets: readonly RuleSet[];
  readonly cards: readonly Versioned<Card>[];
}

/** Judges a firm by one version of a rule, on its facts for an application of a kind on a day. */
export function assessBy(set: RuleSet, cards: FirmRules['cards'], facts: Facts, kind: ApplicationKind, on: string): Assessed {
  const card = inForceOn(cards.filter(({ key }) => key === cardKey(set.key)), on)?.root;
  const score = card ? withBorders(scoreBy(card, facts), facts) : null;
  const quality = facts['quality-score'];
  const reading = (end: 'low' | 'high'): Facts => ({ ...facts, ...(score && pointFacts(score, end)), ...(typeof quality === 'number' && { 'quality-met': quality >= (end === 'low' ? 60 : 50) }) });
  const [worst, best] = [evaluate(set, reading('low')), evaluate(set, reading('high'))];
  const unsure = worst.verdict !== best.verdict;
  const verdict = !unsure ? worst.verdict : score && !isKnown(score) ? 'unknown' : best.verdict === 'pass' ? 'depends' : best.verdict;
  const border = score?.parts.some(({ key, judgedByExperts }) => !judgedByExperts && facts[key] === 5) ?? false;
  const why = verdict !== 'depends' ? [] : [...(score && score.low !== score.high ? [BAND] : []), ...(border ? [FIVE_PERCENT] : []), ...(score ? [] : [QUALITY])];
  const seen = reading('low');
  const checks = set.key === 'tech-based-sme' ? ON_SITE_CHECKS.filter((clause) => evaluate({ ...set, root: { zh: '', en: '', of: [clause] } }, seen).verdict === 'fail').map(({ zh, en }) => ({ zh, en })) : [];
  const gaps = verdict === 'pass' ? [] : gapsByEffort(verdict === 'depends' ? best : worst);
  const short = gaps.find(({ metric }) => metric === 'points');
  const ways = card && score && typeof short?.needed === 'number' ? waysUp(card, score, facts, Math.max(1, Math.ceil(short.needed - score.low) + (short.comparison === 'above' ? 1 : 0))) : [];
  const { key: rule, version, source, certainty } = set;
  return { rule, version, kind, on, source, certainty, verdict, why, score, explanation: worst, gaps, ways, checks, facts: seen };
}

/** By the version that holds for its kind and day; undefined where none does. */
export function assess({ sets, cards }: FirmRules, key: string, facts: Facts, kind: ApplicationKind, on: string): Assessed | undefined {
  const set = ruleInForce(sets, key, on, kind);
  return set && assessBy(set, cards, facts, kind, on);
}

export interface Change {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
  readonly inForceFrom: string;
  readonly before: AssessedVerdict;
  readonly after: AssessedVerdict;
  /** What it would be missing by the new text and is not by the old. */
  readonly fresh: readonly Gap[];
}

/** What each change of a rule's text means for a firm, judged by both texts on what is known of it now. */
export function changesFor({ sets, cards }: FirmRules, key: string, facts: Facts, kind: ApplicationKind, on: string): Change[] {
  const versions = sets.filter((set) => set.key === key && (set.appliesTo === undefined || set.appliesTo.includes(kind))).sort((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1));
  const texts = versions.filter((set, n) => versions.findIndex(({ version }) => version === set.version) === n);
  return texts.slice(1).map((set, n) => {
    const [before, after] = [assessBy(texts[n]!, cards, facts, kind, on), assessBy(set, cards, facts, kind, on)];
    const known = new Set(before.gaps.map(({ metric, needed }) => `${metric} ${String(needed)}`));
    return { rule: key, from: texts[n]!.version, to: set.version, inForceFrom: set.inForceFrom, before: before.verdict, after: after.verdict, fresh: after.gaps.filter(({ metric, needed }) => !known.has(`${metric} ${String(needed)}`)) };
  });
}
