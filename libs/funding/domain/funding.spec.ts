import fc from 'fast-check';
import { daysBetween, Decimal, inForceOn, isRefusal, yuan } from '#kernel';
import { CREDIT_RULES } from '../rules/credit-score.js';
import { countVotes, type Vote } from './committee.js';
import { creditFacts } from './credit-facts.js';
import { scoreBy } from './credit-score.js';
import { multiples, worthOn } from './fund-state.js';
import { checkBudget, checkSpending } from './grant.js';
import { loanTotals, type LoanSeen } from './loan-totals.js';
import { overdueOn, scheduleOf, SCHEDULES } from './loan.js';
import { lossRatio, reserveFor } from './pool.js';
import { instalmentsFit, instalmentsOf } from './scheme.js';
import { subsidyAmount } from './subsidy.js';
import { shareBought, termSheet } from './term-sheet.js';

describe('a committee', () => {
  const count = (votes: Vote[], more: Partial<Parameters<typeof countVotes>[1]> = {}) => countVotes(votes, { members: 5, recused: 0, quorum: 3, majority: 'simple', ...more }).outcome;

  it('needs its quorum, of those who need not stand aside', () => {
    expect(count(['for', 'for'])).toBe('no-quorum');
    expect(count(['for', 'for'], { recused: 3 })).toBe('approved');
    expect(count([], { recused: 5 })).toBe('no-quorum');
  });

  it('decides by its majority; an abstention counts for the quorum alone', () => {
    expect(count(['for', 'against', 'abstain'])).toBe('refused');
    expect(count(['for', 'for', 'against'])).toBe('approved');
    expect(count(['for', 'for', 'against'], { majority: 'two-thirds' })).toBe('approved');
    expect(count(['for', 'for', 'for', 'against', 'against'], { majority: 'two-thirds' })).toBe('refused');
    expect(count(['abstain', 'abstain', 'abstain'], { majority: 'two-thirds' })).toBe('refused');
  });
});

describe('terms', () => {
  it('say what their instrument needs, and tranches are the whole', () => {
    const common = { amount: 100, tranches: [{ amount: 100, upon: '签约' }], conditions: [] };
    expect(isRefusal(termSheet({ ...common, instrument: 'equity' }))).toBe(true);
    expect(isRefusal(termSheet({ ...common, instrument: 'convertible', discount: 20, interest: 4 }))).toBe(true);
    expect(isRefusal(termSheet({ ...common, instrument: 'grant', tranches: [{ amount: 99, upon: '签约' }] }))).toBe(true);
    const equity = termSheet({ ...common, amount: 800_000, tranches: [{ amount: 800_000, upon: '签约' }], instrument: 'equity', preMoney: 7_200_000 });
    expect(isRefusal(equity) ? null : shareBought(equity)).toBe(10);
  });
});

describe('what a fund is worth', () => {
  const holding = { moves: [{ on: '2024-01-01', cost: 600 }, { on: '2024-06-01', cost: 400 }, { on: '2025-03-01', cost: -250 }], valuations: [{ on: '2024-12-31', value: 3000 }] };

  it('is cost until it is valued, then the valuation less what was given up and plus what was paid since', () => {
    expect(worthOn(holding, '2023-12-31')).toBe(0);
    expect(worthOn(holding, '2024-03-01')).toBe(600);
    expect(worthOn(holding, '2024-12-30')).toBe(1000);
    expect(worthOn(holding, '2024-12-31')).toBe(3000);
    expect(worthOn(holding, '2025-03-01')).toBe(2250);
    expect(worthOn({ ...holding, moves: [...holding.moves, { on: '2025-06-01', cost: 100 }] }, '2025-06-01')).toBe(2350);
    expect(worthOn({ ...holding, moves: [...holding.moves, { on: '2025-06-01', cost: -750 }] }, '2025-06-01')).toBe(0);
  });

  it('has the multiples of a fund whose figures are worked by hand', () => {
    // 80 paid in, 30 given back, 60 held, 10 in cash, 5 of proceeds; 70 invested of which 35 came back.
    const money = { pledged: 100, paidIn: 80, returned: 30, cash: 10, proceeds: 5, paidOut: 70, cameBack: 35, worth: 60 };
    expect(multiples(money)).toEqual({ netAssets: 75, dpi: 0.38, rvpi: 0.94, tvpi: 1.31, moic: 1.36 });
    expect(multiples({ ...money, paidIn: 0, paidOut: 0 })).toMatchObject({ dpi: null, tvpi: null, moic: null });
  });
});

describe('the score of a firm’s knowledge', () => {
  const rule = inForceOn(CREDIT_RULES, '2025-01-01')!;

  it('has the published limits of five grades', () => {
    expect(rule.root.grades.map(({ key, limit }) => [key, limit])).toEqual([['A', yuan(5_000_000)], ['B', yuan(4_000_000)], ['C', yuan(3_000_000)], ['D', yuan(1_600_000)], ['E', yuan(800_000)]]);
    expect(inForceOn(CREDIT_RULES, '2022-12-31')).toBeUndefined();
  });

  it('has a hundred points in all, and never fewer for more of anything', () => {
    const factors = rule.root.groups.flatMap((group) => group.factors);
    const most = scoreBy(rule, Object.fromEntries(factors.map(({ metric }) => [metric, Number.MAX_SAFE_INTEGER])));
    expect(most).toMatchObject({ score: 100, grade: 'A', next: null });
    expect(scoreBy(rule, {})).toMatchObject({ score: 0, grade: null, limit: 0, next: { grade: 'E', points: 20 } });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...factors.map(({ metric }) => metric)), fc.nat(100_000_000_00)), fc.constantFrom(...factors.map(({ metric }) => metric)), fc.nat(1_000_000_000), (facts, metric, more) => {
        const [before, after] = [scoreBy(rule, facts), scoreBy(rule, { ...facts, [metric]: (facts[metric] ?? 0) + more })];
        expect(after.score).toBeGreaterThanOrEqual(before.score);
        expect(after.limit).toBeGreaterThanOrEqual(before.limit);
      }),
    );
  });

  it('sees shares and growth from two years’ reports, and nothing where there is none', () => {
    const facts = creditFacts({ revenue: 1000, research: 55, staff: 20, college: 13, validIp: 4 }, { revenue: 800 }, { 'high-tech-enterprise': 1 });
    expect(facts).toMatchObject({ 'research-share': 5.5, 'technical-share': 65, 'revenue-growth': 25, 'valid-ip': 4, 'high-tech-enterprise': 1 });
    expect(creditFacts({}, {}, {})['research-share']).toBeUndefined();
    expect(creditFacts({ revenue: 5 }, { revenue: 0 }, {})['revenue-growth']).toBeUndefined();
  });
});

describe('a loan', () => {
  const terms = fc.record({ amount: fc.bigInt({ min: 1n, max: 10n ** 10n }), months: fc.integer({ min: 1, max: 60 }), rate: fc.integer({ min: 0, max: 2400 }), way: fc.constantFrom(...SCHEDULES) });

  it('is paid back in full, on days that rise, with interest as decimals give it', () => {
    fc.assert(
      fc.property(terms, ({ amount, months, rate, way }) => {
        const dues = scheduleOf(amount, { from: '2024-01-31', months, rate, way });
        expect(dues.reduce((sum, { principal }) => sum + principal, 0n)).toBe(amount);
        let [owed, since] = [amount, '2024-01-31'];
        for (const { dueOn, principal, interest } of dues) {
          expect(dueOn > since).toBe(true);
          // Another way to the same figure: decimal arithmetic, rounded half up.
          expect(interest.toString()).toBe(new Decimal(owed.toString()).times(rate).div(10_000).times(daysBetween(since, dueOn)).div(360).toFixed(0, Decimal.ROUND_HALF_UP));
          [owed, since] = [owed - principal, dueOn];
        }
      }),
    );
  });

  it('is overdue from the first day that payments do not cover, and not once they do', () => {
    const dues = [{ dueOn: '2025-01-10', principal: 0n, interest: 5n }, { dueOn: '2025-02-10', principal: 100n, interest: 5n }];
    expect(overdueOn(dues, { principal: 0n, interest: 0n }, '2025-01-09')).toBeNull();
    expect(overdueOn(dues, { principal: 0n, interest: 0n }, '2025-01-10')).toEqual({ dueOn: '2025-01-10', principal: 0n, interest: 5n });
    expect(overdueOn(dues, { principal: 40n, interest: 5n }, '2025-02-10')).toEqual({ dueOn: '2025-02-10', principal: 60n, interest: 5n });
    expect(overdueOn(dues, { principal: 100n, interest: 10n }, '2025-02-10')).toBeNull();
  });

  it('makes the pool keep its part ready, rounded up, and a bank’s loss a ratio of what it lent', () => {
    expect(reserveFor(1_000_000n, { share: 80, reserve: 100 })).toBe(800_000n);
    expect(reserveFor(1n, { share: 80, reserve: 10 })).toBe(1n);
    expect(lossRatio(5n, 100n)).toBe(5);
    expect(lossRatio(79_999n, 1_000_000n)).toBe(7.99);
    expect(lossRatio(1n, 0n)).toBe(0);
  });

  it('adds up to a district’s published line: 77 firms asked for 203.99 million, 57 were accepted, 32 were lent 53.18 million', () => {
    const asked = (n: number) => yuan(n < 76 ? 2_650_000 : 203_990_000 - 76 * 2_650_000);
    const granted = (n: number) => (n < 31 ? yuan(1_660_000) : n === 31 ? yuan(53_180_000 - 31 * 1_660_000) : n < 57 ? yuan(1_000_000) : 0);
    const loans = Array.from({ length: 77 }, (_, n): LoanSeen => ({ project: `p${n}`, bank: 'b', grade: 'C', appliedOn: '2023-05-01', asked: asked(n), granted: granted(n), owed: 0, claimed: 0, state: n < 32 ? 'drawn' : n < 57 ? 'accepted' : 'refused' }));
    const { asked: all, accepted, lent } = loanTotals(loans);
    expect([all.firms, all.amount / 100_0000_00, accepted.firms, lent.firms, lent.amount / 100_0000_00]).toEqual([77, 203.99, 57, 32, 53.18]);
  });
});

describe('a public project’s money', () => {
  it('comes in instalments that are the whole, in their order', () => {
    expect(instalmentsFit([{ percent: 50, upon: 'contract' }, { percent: 50, upon: 'acceptance' }])).toBe(true);
    expect(instalmentsFit([{ percent: 50, upon: 'acceptance' }, { percent: 50, upon: 'contract' }])).toBe(false);
    expect(instalmentsFit([{ percent: 90, upon: 'contract' }])).toBe(false);
    expect(instalmentsOf(100_01n, [{ percent: 33, upon: 'contract' }, { percent: 67, upon: 'midterm' }])).toEqual([33_00n, 67_01n]);
  });

  it('is spent within its headings and their slack', () => {
    const terms = { headings: ['a', 'b'], ownShare: 25, perProject: 1000n };
    const lines = (a: bigint, b: bigint) => new Map([['a', a], ['b', b]]);
    expect(checkBudget({ asked: 900n, own: 300n, lines: lines(700n, 500n) }, terms)).toBeNull();
    expect(checkBudget({ asked: 900n, own: 299n, lines: lines(700n, 499n) }, terms)).toMatchObject({ type: { code: 'grant:own-too-little' } });
    expect(checkSpending('a', 10n, { budget: 100n, spent: 100n, slack: 10 })).toBeNull();
    expect(checkSpending('a', 11n, { budget: 100n, spent: 100n, slack: 10 })).toMatchObject({ type: { code: 'grant:heading-overspent' } });
  });

  it('is a part of what a subsidy is for, or a fixed sum, never above the most', () => {
    expect(subsidyAmount(333n, { percent: 50, fixed: null, most: null })).toBe(166n);
    expect(subsidyAmount(1000n, { percent: 50, fixed: null, most: 300n })).toBe(300n);
    expect(subsidyAmount(0n, { percent: null, fixed: 20n, most: null })).toBe(20n);
  });
});
