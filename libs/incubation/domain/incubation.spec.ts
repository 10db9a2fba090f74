import fc from 'fast-check';
import { daysAfter, evaluate, monthsAfter, monthsBetween, nextPeriod, firstDayOfPeriod, lastDayOfPeriod, periodsOverlap, ruleInForce, type Facts, type RuleSet } from '#kernel';
import { ADMISSION } from '../rules/admission.js';
import { HEALTH } from '../rules/health.js';
import { RECOGNITION, recognitionRuleOf } from '../rules/recognition.js';
import { admissionFacts } from './admission-facts.js';
import { FIGURES, figuresOfYear, type Figures } from './figures.js';
import { gapList } from './gap-list.js';
import { healthFacts, missing, URGENCY, type FirmOnDay } from './health.js';
import { matchMentors, type MentorFacts } from './mentor-matching.js';
import { rankApplications } from './intake.js';
import { recognitionFacts } from './recognition-facts.js';
import { rentMonths } from './rent.js';
import { contradictionsIn, doubtsAbout } from './report-checks.js';
import { wayOf, type StayFacts } from './way.js';

const day = fc.integer({ min: 0, max: 4000 }).map((n) => daysAfter('2020-01-01', n));
const rule = (sets: readonly RuleSet[], key: string, on: string, kind?: string) => ruleInForce(sets, key, on, kind)!;

describe('months and periods', () => {
  it('counts a begun month whole, and no more than that', () => {
    expect([monthsBetween('2024-01-31', '2024-02-29'), monthsBetween('2024-01-15', '2026-01-15'), monthsBetween('2024-01-15', '2026-01-16'), monthsBetween('2024-02-29', '2025-02-28'), monthsBetween('2024-05-01', '2024-05-01')]).toEqual([1, 24, 25, 12, 0]);
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 120 }), (from, months) => monthsBetween(from, monthsAfter(from, months)) <= months && monthsBetween(from, daysAfter(monthsAfter(from, months), 1)) >= months));
  });

  it('leaves no day between two periods, and none in both', () => {
    fc.assert(
      fc.property(fc.constantFrom('2024-02', '2025-12', '2024-Q4', '2023-Q1', '2024'), fc.integer({ min: 0, max: 30 }), (first, steps) => {
        let period: string = first;
        for (let n = 0; n < steps; n++) period = nextPeriod(period);
        return firstDayOfPeriod(nextPeriod(period)) === daysAfter(lastDayOfPeriod(period), 1) && !periodsOverlap(period, nextPeriod(period)) && periodsOverlap(period, period);
      }),
    );
  });
});

describe('admission', () => {
  const judge = (facts: Facts, on = '2025-05-06', kind?: string) => evaluate(rule(ADMISSION, 'incubator-admission', on, kind), facts).verdict;
  const terms = (registeredOn: string | null, to: string, field: string | null = null) => admissionFacts({ 'new-technology': true, 'registered-and-working-here': true }, { registeredOn, field, from: '2025-05-06', to });

  it('takes a firm of 24 months and not one a day older, for 48 months and not a day longer', () => {
    expect(judge(terms('2023-05-06', '2029-05-05'))).toBe('pass');
    expect(judge(terms('2023-05-05', '2029-05-05'))).toBe('fail');
    expect(judge(terms('2023-05-06', '2029-05-06', 'software'))).toBe('fail');
  });

  it('gives three fields 60 months', () => {
    expect(judge(terms('2024-01-01', '2030-05-05', 'biomedicine'))).toBe('pass');
    expect(judge(terms('2024-01-01', '2030-05-06', 'biomedicine'))).toBe('fail');
    expect(judge(terms('2024-01-01', '2030-05-05', 'software'))).toBe('fail');
  });

  it('does not know what it was not told, and asks a firm that moves no more for its age', () => {
    expect(judge(terms(null, '2028-05-05'))).toBe('unknown');
    expect(judge(terms('2018-01-01', '2028-05-05'), '2025-05-06', 'move')).toBe('pass');
  });

  it('lets a firm stay 24 months in a maker space', () => {
    const stay = (to: string) => evaluate(rule(ADMISSION, 'maker-space-admission', '2025-05-06'), terms(null, to)).verdict;
    expect([stay('2027-05-05'), stay('2027-05-06')]).toEqual(['pass', 'fail']);
  });
});

describe('recognition', () => {
  const firm = (n: number, more: Partial<Parameters<typeof recognitionFacts>[0]['firms'][number]> = {}) => ({ field: n % 2 ? 'a' : 'b', graduatedOn: null, registeredOn: null, enteredOn: '2022-01-01', here: true, reports: [{ period: '2024-Q4', figures: { validIp: n % 3 === 0 ? 1 : 0 } }], investments: n < 5 ? [{ on: '2024-06-01', equity: true }] : [], ...more });
  const seen = (firms: number, graduates: number, area: number) => ({
    ...{ today: '2025-03-01', runningSince: '2020-01-01', mentors: 6, activities: ['2025-01-01'], stated: { 'legal-person': true, 'years-of-statistics': 3, 'fund-size': 5_000_000_00 } },
    units: [{ use: 'office', area: area * 0.7, desks: 0, letTo: true }, { use: 'public', area: area * 0.1, desks: 0, letTo: false }, { use: 'office', area: area * 0.2, desks: 0, letTo: false }],
    staff: [...Array.from({ length: 5 }, () => ({ professional: true, fullTime: true })), { professional: false, fullTime: true }],
    firms: [...Array.from({ length: firms }, (_, n) => firm(n)), ...Array.from({ length: graduates }, (_, n) => firm(n, { here: false, graduatedOn: '2024-01-01', investments: [] }))],
  });
  const standing = (firms: number, graduates: number, area: number, on = '2025-03-01') => evaluate(rule(RECOGNITION, recognitionRuleOf('national', 'incubator', false), on), recognitionFacts(seen(firms, graduates, area)));

  it('passes at every threshold of the 2018 measure and lists what is missing below it', () => {
    expect(standing(50, 20, 10_000).verdict).toBe('pass');
    const short = standing(50, 14, 8_200);
    expect(short.verdict).toBe('fail');
    expect(gapList(short).map(({ metric, missing: gap }) => [metric, gap])).toEqual([['area', 1800], ['graduates', 6]]);
    expect(gapList(short).map(({ en }) => en)).toEqual(['10,000 m² or more (1,800 m² more)', '20 graduates or more in all (6 more)']);
    expect(gapList(standing(49, 20, 10_000)).map(({ metric }) => metric)).toEqual(['incubatees']);
  });

  it('changes with the regulation: from June 2025 it is the ministry’s, of which a part has to be checked by hand', () => {
    const judged = standing(50, 20, 10_000, '2025-06-01');
    expect([judged.source, judged.verdict]).toEqual(['工信部科〔2025〕131号', 'fail']);
    expect(gapList(judged).find(({ metric }) => metric === 'remaining-clauses')?.en).toContain('not known');
  });

  it('knows a rule for each kind and level that RULES.md has, and none for the rest', () => {
    const known = (level: string, kind: string, specialised = false, on = '2025-01-01') => ruleInForce(RECOGNITION, recognitionRuleOf(level, kind, specialised), on)?.source;
    expect([known('national', 'maker-space'), known('municipal', 'maker-space'), known('municipal', 'incubator', true), known('national', 'incubator', true)]).toEqual(['国科火字〔2017〕120号', '渝科局发〔2019〕119号', expect.stringContaining('渝科局发〔2019〕63号'), '国科发区〔2018〕300号']);
    expect(known('district', 'incubator')).toBeUndefined();
  });
});

describe('reports', () => {
  const usual: Figures = { revenue: 120_000_000, research: 10_000_000, staff: 20, validIp: 3 };
  const before = [1, 2, 3].map(() => ({ figures: usual, months: 3 }));

  it('finds the slipped decimal and says what was meant, in either direction', () => {
    expect(doubtsAbout({ ...usual, revenue: 1_250_000_000 }, 3, before)).toEqual([{ field: 'revenue', given: 1_250_000_000, usual: 120_000_000, meant: 125_000_000 }]);
    expect(doubtsAbout({ ...usual, revenue: 11_900 }, 3, before)[0]).toMatchObject({ field: 'revenue', meant: 119_000_000 });
  });

  it('asks about a jump by ten that no slip explains, and leaves growth in peace', () => {
    expect(doubtsAbout({ ...usual, revenue: 3_700_000_000 }, 3, before)[0]).toMatchObject({ field: 'revenue', meant: null });
    expect(doubtsAbout({ ...usual, revenue: 1_100_000_000, staff: 60 }, 3, before)).toEqual([]);
    expect(doubtsAbout({ ...usual, validIp: 0 }, 3, before)).toEqual([]);
  });

  it('compares a month with a quarter by the month', () => {
    expect(doubtsAbout({ ...usual, revenue: 40_000_000, research: 3_300_000 }, 1, before)).toEqual([]);
  });

  it('never doubts a first report, nor one like the last', () => {
    const figures = fc.record(Object.fromEntries(FIGURES.map(({ key }) => [key, fc.integer({ min: 0, max: 1_000_000_000 })])));
    fc.assert(fc.property(figures, (one) => doubtsAbout(one as Figures, 3, []).length === 0 && doubtsAbout(one as Figures, 3, [{ figures: one as Figures, months: 3 }]).length === 0));
  });

  it('finds what can’t be true together', () => {
    expect(contradictionsIn({ staff: 10, college: 11, doctors: 3, validIp: 2, validInventions: 3, revenue: 5, exports: 5 }).map(({ field }) => field)).toEqual(['figures.college', 'figures.validInventions']);
  });

  it('adds flows of a year and takes the last of stocks', () => {
    const of = (period: string, revenue: number, staff: number) => ({ period, figures: { revenue, staff } });
    expect(figuresOfYear([of('2024-Q4', 1, 9), of('2025-Q2', 20, 7), of('2025-Q1', 10, 5), of('2026-Q1', 500, 50)], '2025')).toEqual({ revenue: 30, staff: 7 });
  });
});

describe('health', () => {
  const firm: FirmOnDay = { today: '2026-02-01', since: '2024-04-10', contractTo: '2027-04-09', cadence: 'quarter', milestones: [], reports: ['2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'].map((period) => ({ period, figures: { revenue: 100, spending: 160, cash: 200, staff: 20 } })) };
  const signs = (more: Partial<FirmOnDay>) => evaluate(rule(HEALTH, 'incubatee-health', '2026-02-01'), healthFacts({ ...firm, ...more })).root.parts.flatMap((part) => ('clause' in part && part.verdict === 'fail' ? [part.clause.metric] : []));

  it('shows each sign just beyond its limit and not at it', () => {
    const figures = (more: object) => ({ reports: firm.reports.map((report, n) => (n === firm.reports.length - 1 ? { ...report, figures: { ...report.figures, ...more } } : report)) });
    // 60 burnt a quarter is 20 a month: 120 lasts six months, 119 does not.
    expect(signs(figures({ cash: 120 }))).toEqual([]);
    expect(signs(figures({ cash: 119 }))).toEqual(['cash-months']);
    expect([signs({ contractTo: '2026-05-02' }), signs({ contractTo: '2026-05-01' })]).toEqual([[], ['days-left']]);
    expect([signs(figures({ staff: 16 })), signs(figures({ staff: 15 }))]).toEqual([[], ['staff-change']]);
    expect(signs({ reports: firm.reports.slice(0, -1) })).toEqual(['reports-late']);
    const milestone = { dueOn: '2026-01-31', reachedOn: null, moved: [] };
    expect([signs({ milestones: [{ ...milestone, dueOn: '2026-02-01' }] }), signs({ milestones: [milestone] })]).toEqual([[], ['milestones-late']]);
    expect(signs({ milestones: [{ ...milestone, dueOn: '2026-03-01', moved: ['2025-09-30', '2025-12-31'] }] })).toEqual(['milestone-moves']);
  });

  it('says of a firm that earns what it spends, and of one that said nothing, no word about cash', () => {
    expect(signs({ reports: firm.reports.map((report) => ({ ...report, figures: { ...report.figures, spending: 90 } })) })).toEqual([]);
    expect(signs({ reports: firm.reports.map((report) => ({ ...report, figures: { staff: 20 } })) })).toEqual([]);
  });

  it('ranks every sign of the rule', () => {
    expect(rule(HEALTH, 'incubatee-health', '2026-01-01').root.of.map((clause) => ('metric' in clause ? clause.metric : '')).sort()).toEqual([...URGENCY].sort());
  });

  it('misses a report only once its days are over', () => {
    expect(missing([], '2025-10-01', 'quarter', '2026-01-15')).toEqual([]);
    expect(missing([], '2025-10-01', 'quarter', '2026-01-16')).toEqual(['2025-Q4']);
    expect(missing([{ period: '2025-11' }], '2025-10-01', 'month', '2026-01-16')).toEqual(['2025-10', '2025-12']);
  });
});

describe('a firm’s way', () => {
  it('has no hole and no overlap, however it moves', () => {
    const moves = fc.array(fc.record({ stay: fc.integer({ min: 0, max: 900 }), gap: fc.integer({ min: 0, max: 400 }), platform: fc.constantFrom('a', 'b', 'c'), ended: fc.constantFrom('moved', 'graduated', 'left') }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(moves, fc.boolean(), (steps, stillThere) => {
        let from = '2020-01-01';
        const stays = steps.map(({ stay, gap, platform, ended }, n): StayFacts => {
          const until = daysAfter(from, stay);
          const last = n === steps.length - 1;
          const one = { platform, from, until: last && stillThere ? null : until, ended: last && stillThere ? null : ended };
          from = daysAfter(until, 1 + (ended === 'moved' ? 0 : gap));
          return one;
        });
        const way = wayOf([...stays].reverse());
        expect(way[0]!.from).toBe('2020-01-01');
        for (const [n, phase] of way.entries()) {
          if (n > 0) expect(phase.from).toBe(daysAfter(way[n - 1]!.until!, 1));
          expect(phase.until === null).toBe(n === way.length - 1);
        }
        expect(way.filter(({ as }) => as === 'incubatee')).toHaveLength(stays.length);
      }),
    );
  });
});

describe('rent', () => {
  const lease = { from: '2025-01-31', to: '2025-06-15', rent: 310_000n, subsidy: 50, subsidyTo: null };

  it('is owed by months from the day the lease began, a short last one by its days', () => {
    expect(rentMonths(lease, '2025-12-31').map(({ from, to, rent }) => [from, to, rent])).toEqual([
      ['2025-01-31', '2025-02-27', 310_000], ['2025-02-28', '2025-03-30', 310_000], ['2025-03-31', '2025-04-29', 310_000], ['2025-04-30', '2025-05-30', 310_000],
      // 16 of 30 days.
      ['2025-05-31', '2025-06-15', 165_333],
    ]);
    expect(rentMonths(lease, '2025-02-27')).toHaveLength(1);
  });

  it('takes the subsidy off for the days on which it holds', () => {
    expect(rentMonths({ ...lease, subsidyTo: '2025-03-14' }, '2025-12-31').map(({ subsidised, owed }) => [subsidised, owed])).toEqual([[155_000, 155_000], [75_000, 235_000], [0, 310_000], [0, 310_000], [0, 165_333]]);
  });

  it('never charges a day twice nor loses one', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 0, max: 100 }), (from, length, subsidy) => {
        const to = daysAfter(from, length);
        const months = rentMonths({ from, to, rent: 123_457n, subsidy, subsidyTo: null }, '2099-01-01');
        expect([months[0]!.from, months.at(-1)!.to]).toEqual([from, to]);
        for (const [n, month] of months.entries()) {
          if (n > 0) expect(month.from).toBe(daysAfter(months[n - 1]!.to, 1));
          expect(month.rent - month.subsidised).toBe(month.owed);
          expect(month.owed).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('matching mentors', () => {
  const mentor = (id: string, more: Partial<MentorFacts> = {}): MentorFacts => ({ id, name: id, fields: [], topics: [], hours: 10, booked: 0, ratings: [], met: false, ...more });
  const match = (mentors: MentorFacts[], likeness = mentors.map(() => 0)) => matchMentors({ field: 'ai', topics: ['finance', 'ip'] }, mentors, likeness).map(({ mentor: id }) => id);

  it('prefers who covers the need, then the field, the words, the ratings, and who has time', () => {
    expect(match([mentor('none'), mentor('field', { fields: ['ai'] }), mentor('both', { topics: ['finance', 'ip'] })])).toEqual(['both', 'field', 'none']);
    expect(match([mentor('bad', { ratings: [1, 1, 1, 1] }), mentor('good', { ratings: [5, 5, 5, 5] }), mentor('new')])).toEqual(['good', 'new', 'bad']);
    expect(match([mentor('busy', { booked: 5 }), mentor('free')])).toEqual(['free', 'busy']);
    expect(match([mentor('a'), mentor('b')], [0, 0.8])).toEqual(['b', 'a']);
  });

  it('puts who has no hour left last, and explains every score by its parts', () => {
    expect(match([mentor('full', { topics: ['finance', 'ip'], fields: ['ai'], booked: 10 }), mentor('none')])).toEqual(['none', 'full']);
    const [first] = matchMentors({ field: 'ai', topics: ['finance', 'ip'] }, [mentor('x', { fields: ['ai'], topics: ['ip'], ratings: [5] })], [0.5]);
    expect(first).toMatchObject({ covers: ['ip'], hoursLeft: 10, meanRating: 5 });
    expect(Math.abs(first!.score - Object.values(first!.parts).reduce((a, b) => a + b, 0))).toBeLessThan(0.06);
  });
});

describe('the panel of an intake', () => {
  it('ranks as contests do: weighted totals, means, equal ones tied', () => {
    const rubric = [{ key: 'team', weight: 6 }, { key: 'market', weight: 4 }];
    const sheet = (application: string, reviewer: string, team: number, market: number) => ({ application, reviewer, marks: [{ criterion: 'team', mark: team }, { criterion: 'market', mark: market }] });
    const ranked = rankApplications(rubric, 'mean', ['a', 'b', 'c', 'd'], [sheet('a', 'x', 8, 7), sheet('a', 'y', 9, 8), sheet('b', 'x', 9, 9), sheet('c', 'x', 8.1, 8.1)]);
    // 8×6+7×4 = 76 and 9×6+8×4 = 86 make 81; 90; 81.
    expect(ranked.map(({ entry, score, rank, tied }) => [entry, score, rank, tied])).toEqual([['b', '90.00', 1, false], ['a', '81.00', 2, true], ['c', '81.00', 2, true], ['d', null, null, false]]);
  });
});
