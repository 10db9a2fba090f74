import { evaluate, ruleInForce, yuan, type Clause, type ClauseExplanation, type Facts, type Group, type GroupExplanation, type RuleSet } from '#kernel';
import { GRADUATION } from './graduation.js';
import { RECOGNITION } from './recognition.js';

const clauses = (group: Group): Clause[] => group.of.flatMap((part) => ('of' in part ? clauses(part) : [part]));
const explained = (group: GroupExplanation): ClauseExplanation[] => group.parts.flatMap((part) => ('parts' in part ? explained(part) : [part]));

/** What each regulation asks for at least, as it is written: not read from the rules under test. */
const WRITTEN: readonly (readonly [key: string, day: string, thresholds: Readonly<Record<string, number>>])[] = [
  ['national-incubator', '2025-05-31', { 'months-running': 36, 'years-of-statistics': 2, area: 10_000, 'used-area-share': 75, 'fund-size': yuan(5_000_000), 'financed-share': 10, 'financing-cases': 3, 'professional-share': 80, 'professionals-per-ten': 1, 'mentors-per-ten': 1, incubatees: 50, 'incubatees-per-1000': 3, graduates: 20 }],
  ['national-incubator-specialised', '2025-05-31', { 'one-field-share': 75, incubatees: 30, 'incubatees-per-1000': 2, graduates: 15 }],
  ['national-incubator', '2025-06-01', { 'growing-share': 30, 'other-income-share': 30 }],
  ['national-maker-space', '2025-05-31', { 'months-running': 18, 'used-area-share': 75, incubatees: 20, 'financing-cases': 3, 'full-time-staff': 3, mentors: 3, 'events-last-year': 10 }],
  ['municipal-maker-space', '2025-05-31', { 'months-running': 12, incubatees: 20 }],
  ['municipal-incubator', '2025-05-31', { 'months-running': 12, area: 5000, 'used-area-share': 75, incubatees: 30, 'municipal-register-share': 30 }],
  ['municipal-incubator-specialised', '2025-05-31', { area: 3000, incubatees: 20, 'one-field-share': 70 }],
];
/** Of these one of two is enough. */
const EITHER: readonly (readonly [key: string, day: string, one: readonly [metric: string, threshold: number], other: readonly [metric: string, threshold: number]])[] = [
  ['national-incubator', '2025-05-31', ['patent-applied-share', 50], ['valid-ip-share', 30]],
  ['national-incubator', '2025-06-01', ['own-equity-share', 10], ['financed-last-year-share', 20]],
  ['national-maker-space', '2025-05-31', ['area', 500], ['desks', 30]],
  ['national-maker-space', '2025-05-31', ['became-firms', 10], ['financed-last-year', 5]],
  ['municipal-maker-space', '2025-05-31', ['became-firms', 7], ['financed-last-year', 3]],
];

/** Facts that meet every clause with room to spare. */
const ample = (set: RuleSet): Facts => Object.fromEntries(clauses(set.root).map(({ metric, threshold, comparison }) => [metric, typeof threshold === 'number' ? (comparison === 'at-least' || comparison === 'above' ? threshold * 2 + 1 : 0) : (threshold as boolean)]));

describe('recognition of platforms', () => {
  it.each(WRITTEN.flatMap(([key, day, thresholds]) => Object.entries(thresholds).map(([metric, threshold]) => [key, day, metric, threshold] as const)))('%s on %s: %s of %d', (key, day, metric, threshold) => {
    const set = ruleInForce(RECOGNITION, key, day)!;
    const judged = [threshold - 0.01, threshold, threshold + 0.01].map((value) => evaluate(set, { ...ample(set), [metric]: value }));
    expect(judged.map(({ verdict }) => verdict)).toEqual(['fail', 'pass', 'pass']);
    const [clause] = explained(judged[0]!.root).filter(({ verdict }) => verdict !== 'pass');
    expect(clause).toMatchObject({ verdict: 'fail', seen: threshold - 0.01, clause: { metric, threshold } });
    expect(clause!.gap).toBeCloseTo(0.01, 6);
  });

  it.each(EITHER)('%s on %s: one of %j and %j', (key, day, [one, most], [other, least]) => {
    const set = ruleInForce(RECOGNITION, key, day)!;
    const verdict = (first: number, second: number) => evaluate(set, { ...ample(set), [one]: first, [other]: second }).verdict;
    expect([verdict(most, 0), verdict(0, least), verdict(most - 0.01, least - 0.01), verdict(most, least)]).toEqual(['pass', 'pass', 'fail', 'pass']);
  });
});

describe('graduation, 国科发区〔2018〕300号', () => {
  const none: Facts = { 'high-tech-enterprise': false, 'venture-money': 0, 'best-two-years-revenue': 0, 'merged-acquired-or-listed': false };
  it.each([
    ['venture-money', yuan(5_000_000)],
    ['best-two-years-revenue', yuan(10_000_000)],
  ])('asks for %s above %d, and the line itself is not above it', (metric, threshold) => {
    const set = ruleInForce(GRADUATION, 'incubator-graduation', '2025-01-01')!;
    expect([threshold - 1, threshold, threshold + 1].map((value) => evaluate(set, { ...none, [metric]: value }).verdict)).toEqual(['fail', 'fail', 'pass']);
  });
});
