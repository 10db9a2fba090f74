import { evaluate, gaps, ruleInForce, yuan, type Facts } from '#kernel';
import { ELIGIBILITY_RULES } from './index.js';

const FIRM: Facts = { listed: false, 'has-ip': true, 'clean-record': true, 'revenue-last-year': yuan(1_000_000), 'former-national-top-three': false, 'years-since-registration': 1 };

/** Each row: the rule, the facts that pass, the fact that is moved, and what comes of it just below, on and just above the line. */
describe('eligibility', () => {
  it.each([
    ['national-start-up', FIRM, 'revenue-last-year', [yuan(200_000_000) - 1, yuan(200_000_000), yuan(200_000_000) + 1], ['pass', 'pass', 'fail']],
    ['national-start-up', FIRM, 'years-since-registration', [0, 1, 2], ['pass', 'pass', 'fail']],
    ['national-growth', { ...FIRM, 'years-since-registration': 5 }, 'years-since-registration', [1, 2, 3], ['fail', 'pass', 'pass']],
    ['national-growth', { ...FIRM, 'years-since-registration': 5 }, 'revenue-last-year', [yuan(200_000_000) - 1, yuan(200_000_000), yuan(200_000_000) + 1], ['pass', 'pass', 'fail']],
    ['national-team', { 'core-members': 3, 'firm-registered': false }, 'core-members', [2, 3, 4], ['fail', 'pass', 'pass']],
    ['youth-start-up', { 'applicant-age': 30, 'years-since-registration': 1 }, 'applicant-age', [44, 45, 46], ['pass', 'pass', 'fail']],
    ['youth-start-up', { 'applicant-age': 30, 'years-since-registration': 1 }, 'years-since-registration', [4, 5, 6], ['pass', 'pass', 'fail']],
    ['youth-idea', { 'applicant-age': 30, 'firm-registered': false }, 'applicant-age', [44, 45, 46], ['pass', 'pass', 'fail']],
  ] as const)('%s (%j): %s of %j is %j', (key, facts, moved, values, verdicts) => {
    const rule = ruleInForce(ELIGIBILITY_RULES, key, '2025-06-01')!;
    const judged = values.map((value) => evaluate(rule, { ...facts, [moved]: value }));
    expect(judged.map(({ verdict }) => verdict)).toEqual(verdicts);
    for (const [n, { verdict, root }] of judged.entries()) expect(gaps(root).map(({ clause, seen }) => [clause.metric, seen])).toEqual(verdict === 'pass' ? [] : [[moved, values[n]]]);
  });

  it.each(['listed', 'has-ip', 'clean-record', 'former-national-top-three'])('asks for %s, and says that it is not known where it is not', (metric) => {
    const rule = ruleInForce(ELIGIBILITY_RULES, 'national-start-up', '2025-06-01')!;
    expect(evaluate(rule, { ...FIRM, [metric]: !FIRM[metric] }).verdict).toBe('fail');
    const { [metric]: _, ...unknown } = FIRM;
    expect(evaluate(rule, unknown).verdict).toBe('unknown');
  });

  it('is judged by the edition of its day', () => {
    expect(['2023-06-01', '2024-06-01', '2025-06-01'].map((day) => ruleInForce(ELIGIBILITY_RULES, 'national-growth', day)!.version)).toEqual(['12', '13', '14']);
  });
});
