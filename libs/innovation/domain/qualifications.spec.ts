import fc from 'fast-check';
import * as judged from './assess.js';
import type { Assessed } from './assess.js';
import type { FirmSeen, PaperSeen } from './firm-seen.js';
import { compoundGrowth, meanGrowth } from './growth.js';
import type { MetricValue } from './metrics.js';
import { qualificationFacts } from './qualification-facts.js';
import { CARDS, QUALIFICATIONS } from '../rules/qualifications.js';
import { lastDayOfCertificate } from '../rules/certificates.js';

const ON = '2025-06-15';
const MILLION = 100_000_000;

interface Made {
  /** The last year's figures, or those of the three years before the application, oldest first. */
  readonly years?: Readonly<Record<string, number | readonly [number, number, number]>>;
  readonly standing?: Readonly<Record<string, MetricValue>>;
  readonly ip?: Readonly<Record<string, number>>;
  readonly holds?: readonly string[];
  readonly registeredOn?: string;
  readonly on?: string;
}

function firm({ years = {}, standing = {}, ip = {}, holds = [], registeredOn = '2012-03-01', on = ON }: Made): FirmSeen {
  const last = Number(on.slice(0, 4)) - 1;
  const paper = (kind: string): PaperSeen => ({ register: 'ip', kind, on: '2020-01-01', until: null, own: true, inUse: true, highValue: false, amount: null });
  return {
    ...{ id: 'f', name: '示例企业', registeredOn, industry: null, appliedBefore: true },
    years: new Map(Object.entries(years).flatMap(([metric, value]): [string, number][] => (typeof value === 'number' ? [[`${metric} ${last}`, value]] : value.map((one, n) => [`${metric} ${last - 2 + n}`, one])))),
    standing: new Map(Object.entries(standing)),
    papers: Object.entries(ip).flatMap(([kind, count]) => Array.from({ length: count }, () => paper(kind))),
    certificates: holds.map((key) => ({ key, issuedOn: '2024-01-01', expiresOn: '2028-12-31', endedOn: null })),
  };
}

type Kind = Parameters<typeof judged.assess>[3];
const RULES = { sets: QUALIFICATIONS, cards: CARDS };
const assess = (key: string, seen: FirmSeen, kind: Kind, on: string) => judged.assess(RULES, key, qualificationFacts(seen, on), kind, on);
const assessBy = (set: Parameters<typeof judged.assessBy>[0], seen: FirmSeen, kind: Kind, on: string) => judged.assessBy(set, CARDS, qualificationFacts(seen, on), kind, on);
const changesFor = (key: string, seen: FirmSeen, kind: Kind, on: string) => judged.changesFor(RULES, key, qualificationFacts(seen, on), kind, on);

/** A firm with one thing changed. */
const but = (base: Made, more: Made): FirmSeen => firm({ ...base, ...more, years: { ...base.years, ...more.years }, standing: { ...base.standing, ...more.standing }, ip: { ...base.ip, ...more.ip } });

const clausesOf = (of: Assessed['explanation']['root']): { metric: string; verdict: string; seen: unknown }[] => of.parts.flatMap((part) => ('parts' in part ? clausesOf(part) : [{ metric: part.clause.metric, verdict: part.verdict, seen: part.seen }]));

type Row = readonly [threshold: string, base: Made, below: Made, on: Made, above: Made, verdicts: readonly [string, string, string], metric: string];

/** Each row's three firms are judged as it says, and the clause that decides is the one it names. */
const judgeRows = (key: string, kind: 'first' | 're-review', day: string, rows: readonly Row[]) =>
  it.each(rows)(`${key}: just below, on and just above %s`, (_, base, below, on, above, verdicts, metric) => {
    const three = [below, on, above].map((change) => assess(key, but({ ...base, on: day }, { ...change, on: day }), kind, day)!);
    expect(three.map(({ verdict }) => verdict)).toEqual(verdicts);
    for (const { verdict, explanation, gaps } of three) {
      expect(clausesOf(explanation.root).map((clause) => clause.metric)).toContain(metric);
      if (verdict === 'fail') expect(gaps.map((gap) => gap.metric)).toContain(metric);
      if (verdict === 'pass') expect(gaps).toEqual([]);
    }
  });

const EXPERTS = { 'expert-ip-points': 25, 'expert-conversion-points': 25, 'expert-management-points': 15, 'expert-assets-growth-points': 5, 'expert-sales-growth-points': 5 };
const HIGH_TECH: Made = {
  years: { ...{ sales: [40 * MILLION, 40 * MILLION, 40 * MILLION], research: [4 * MILLION, 4 * MILLION, 4 * MILLION], 'research-in-china': [4 * MILLION, 4 * MILLION, 4 * MILLION], 'net-assets': [10 * MILLION, 11 * MILLION, 12 * MILLION] }, 'total-income': 40 * MILLION, 'high-tech-income': 30 * MILLION, staff: 100, 'research-staff': 20, conversions: [3, 3, 3] },
  standing: { 'supported-field': true, 'incident-on': 'none', ...EXPERTS },
  ip: { invention: 2 },
};
const three = (value: number) => [value, value, value] as const;

describe('high-tech enterprise, 国科发火〔2016〕32号', () => {
  judgeRows('high-tech-enterprise', 'first', ON, [
    ['365 days registered', { ...HIGH_TECH, years: { ...HIGH_TECH.years, conversions: 3 } }, { registeredOn: '2024-06-16' }, { registeredOn: '2024-06-15' }, { registeredOn: '2024-06-14' }, ['fail', 'pass', 'pass'], 'days-registered'],
    ['research staff of 10 %', HIGH_TECH, { years: { 'research-staff': 9 } }, { years: { 'research-staff': 10 } }, { years: { 'research-staff': 11 } }, ['fail', 'pass', 'pass'], 'research-staff-share'],
    ['research of 5 % with sales up to 50 million', HIGH_TECH, { years: { sales: three(50 * MILLION), research: [2.5 * MILLION, 2.5 * MILLION, 2.5 * MILLION - 1], 'research-in-china': three(2 * MILLION) } }, { years: { sales: three(50 * MILLION), research: three(2.5 * MILLION), 'research-in-china': three(2 * MILLION) } }, { years: { sales: three(50 * MILLION), research: three(2.6 * MILLION), 'research-in-china': three(2 * MILLION) } }, ['fail', 'pass', 'pass'], 'research-share'],
    ['last year’s sales of 50 million, at research of 4.5 %', HIGH_TECH, { years: { sales: [50 * MILLION, 50 * MILLION, 50 * MILLION - 1], research: three(2.25 * MILLION), 'research-in-china': three(2 * MILLION) } }, { years: { sales: three(50 * MILLION), research: three(2.25 * MILLION), 'research-in-china': three(2 * MILLION) } }, { years: { sales: [50 * MILLION, 50 * MILLION, 50 * MILLION + 1], research: three(2.25 * MILLION), 'research-in-china': three(2 * MILLION) } }, ['fail', 'fail', 'pass'], 'research-share'],
    ['last year’s sales of 200 million, at research of 3.5 %', HIGH_TECH, { years: { sales: [200 * MILLION, 200 * MILLION, 200 * MILLION - 1], research: three(7 * MILLION), 'research-in-china': three(7 * MILLION) } }, { years: { sales: three(200 * MILLION), research: three(7 * MILLION), 'research-in-china': three(7 * MILLION) } }, { years: { sales: [200 * MILLION, 200 * MILLION, 200 * MILLION + 1], research: three(7 * MILLION), 'research-in-china': three(7 * MILLION) } }, ['fail', 'fail', 'pass'], 'research-share'],
    ['research of 3 % with sales above 200 million', HIGH_TECH, { years: { sales: three(300 * MILLION), research: [9 * MILLION, 9 * MILLION, 9 * MILLION - 1], 'research-in-china': three(8 * MILLION) } }, { years: { sales: three(300 * MILLION), research: three(9 * MILLION), 'research-in-china': three(8 * MILLION) } }, { years: { sales: three(300 * MILLION), research: three(9 * MILLION + 1), 'research-in-china': three(8 * MILLION) } }, ['fail', 'pass', 'pass'], 'research-share'],
    ['60 % of research inside China', HIGH_TECH, { years: { 'research-in-china': [2.4 * MILLION, 2.4 * MILLION, 2.4 * MILLION - 1] } }, { years: { 'research-in-china': three(2.4 * MILLION) } }, { years: { 'research-in-china': three(2.5 * MILLION) } }, ['fail', 'pass', 'pass'], 'research-in-china-share'],
    ['60 % of total income from high-tech', HIGH_TECH, { years: { 'high-tech-income': 24 * MILLION - 1 } }, { years: { 'high-tech-income': 24 * MILLION } }, { years: { 'high-tech-income': 24 * MILLION + 1 } }, ['fail', 'pass', 'pass'], 'high-tech-income-share'],
    ['70 points, which themselves fail', HIGH_TECH, { standing: { 'expert-ip-points': 19 } }, { standing: { 'expert-ip-points': 20 } }, { standing: { 'expert-ip-points': 21 } }, ['fail', 'fail', 'pass'], 'points'],
    ['an incident 365 days before', HIGH_TECH, { standing: { 'incident-on': '2024-06-14' } }, { standing: { 'incident-on': '2024-06-15' } }, { standing: { 'incident-on': '2024-06-16' } }, ['pass', 'fail', 'fail'], 'incident-in-year-before'],
  ]);

  it('divides research by sales and high-tech income by total income', () => {
    const { facts } = assess('high-tech-enterprise', firm({ ...HIGH_TECH, years: { ...HIGH_TECH.years, 'total-income': 60 * MILLION } }), 'first', ON)!;
    expect([facts['research-share'], facts['high-tech-income-share']]).toEqual([10, 50]);
  });

  it('answers that it depends on the experts’ band where the range lies across the line, and only then', () => {
    const unmarked = Object.fromEntries(Object.entries(HIGH_TECH.standing!).filter(([key]) => !key.startsWith('expert')));
    const open = assess('high-tech-enterprise', firm({ ...HIGH_TECH, standing: unmarked }), 'first', ON)!;
    expect([open.verdict, open.why.map(({ en }) => en)]).toEqual(['depends', ['it depends on the experts’ band']]);
    // IP 0–30, three conversions a year 13–18, management 0–20, assets growing by 9.5 % 3–4, sales not at all.
    expect([open.score!.low, open.score!.high]).toEqual([16, 72]);
    const hopeless = assess('high-tech-enterprise', firm({ ...HIGH_TECH, standing: unmarked, years: { ...HIGH_TECH.years, conversions: three(2) } }), 'first', ON)!;
    expect([hopeless.verdict, hopeless.score!.high]).toEqual(['fail', 66]);
    const half = assess('high-tech-enterprise', firm({ ...HIGH_TECH, standing: { ...unmarked, 'expert-ip-points': 30, 'expert-management-points': 20, 'expert-conversion-points': 18 } }), 'first', ON)!;
    expect([half.verdict, half.score!.low, half.score!.high]).toEqual(['pass', 71, 72]);
  });

  it.each([[1, 1, 6], [2, 7, 12], [3, 13, 18], [4, 19, 24], [5, 25, 30], [0, 0, 0]])('gives a firm that converts %i results a year a band from %i to %i', (conversions, low, high) => {
    const base = { ...HIGH_TECH, standing: {} };
    const part = (count: number) => assess('high-tech-enterprise', but(base, { years: { conversions: three(count) } }), 'first', ON)!.score!.parts.find(({ key }) => key === 'conversions')!;
    expect([part(conversions).low, part(conversions).high]).toEqual([low, high]);
  });

  it.each([[35, 9, 10], [34.9, 7, 8], [25, 7, 8], [24.9, 5, 6], [15, 5, 6], [14.9, 3, 4], [5.1, 3, 4], [4.9, 1, 2], [0.1, 1, 2], [0, 0, 0], [-3, 0, 0]])('gives growth of %d %% from %i to %i points', (rate, low, high) => {
    const grown = (1 + rate / 100) * 1e9;
    const part = assess('high-tech-enterprise', but({ ...HIGH_TECH, standing: {} }, { years: { sales: [1e9, 1e9, Math.round(grown * 2 - 1e9)] } }), 'first', ON)!.score!.parts.find(({ key }) => key === 'sales-growth')!;
    expect([part.low, part.high]).toEqual([low, high]);
  });

  it('says "ask" where growth is exactly 5 %, where table and form of the guide differ', () => {
    const standing = Object.fromEntries(Object.entries(HIGH_TECH.standing!).filter(([key]) => key !== 'expert-sales-growth-points'));
    const border = assess('high-tech-enterprise', firm({ ...HIGH_TECH, standing: { ...standing, 'expert-ip-points': 23 }, years: { ...HIGH_TECH.years, sales: [40 * MILLION, 42 * MILLION, 44.1 * MILLION] } }), 'first', ON)!;
    expect([border.verdict, border.score!.low, border.score!.high]).toEqual(['depends', 69, 72]);
    expect(border.why.map(({ en }) => en).join()).toContain('exactly 5 %');
  });

  it('takes growth as the mean of two ratios, not as a compound rate, and knows what to do with nothing', () => {
    // 100 -> 200 -> 200: ratios 2 and 1, mean 1.5: 50 %. Compound it would be 41.4 %.
    expect([meanGrowth(100, 200, 200), compoundGrowth(100, 200)!.toFixed(1)]).toEqual([50, '41.4']);
    expect([meanGrowth(0, 100, 120), meanGrowth(100, 0, 120), meanGrowth(undefined, 100, 110), meanGrowth(100, undefined, 110)]).toEqual([20, 0, 10, undefined]);
  });

  it('leaves a figure that is not known unknown', () => {
    const { verdict, gaps } = assess('high-tech-enterprise', firm({ ...HIGH_TECH, years: { ...HIGH_TECH.years, staff: [100, 100, Number.NaN] } }), 'first', ON)!;
    expect(verdict).not.toBe('pass');
    const silent = assess('high-tech-enterprise', firm({ standing: {} }), 'first', ON)!;
    expect(silent.verdict).toBe('fail');
    expect(gaps.length).toBeGreaterThan(0);
    expect(silent.gaps.find(({ metric }) => metric === 'supported-field')).toMatchObject({ seen: null, missing: null });
  });
});

const SME: Made = {
  years: { 'sme-staff': 100, 'sme-research-staff': 20, sales: 100 * MILLION, cost: 90 * MILLION, 'total-assets': 100 * MILLION, 'tax-research': 5 * MILLION },
  standing: { resident: true, 'prohibited-trade': false, 'incident-on': 'none', dishonest: false, 'national-award-on': 'none', 'provincial-institution': false, 'standard-on': 'none', 'risk-case-on': 'none' },
  ip: { software: 2 },
};

describe('tech-based SME, 国科发政〔2017〕115号', () => {
  judgeRows('tech-based-sme', 'first', ON, [
    ['500 staff', SME, { years: { 'sme-staff': 499, 'sme-research-staff': 120 } }, { years: { 'sme-staff': 500, 'sme-research-staff': 120 } }, { years: { 'sme-staff': 501, 'sme-research-staff': 120 } }, ['pass', 'pass', 'fail'], 'sme-staff'],
    ['sales of 200 million', SME, { years: { sales: 200 * MILLION - 1, 'tax-research': 12 * MILLION } }, { years: { sales: 200 * MILLION, 'tax-research': 12 * MILLION } }, { years: { sales: 200 * MILLION + 1, 'tax-research': 13 * MILLION } }, ['pass', 'pass', 'fail'], 'last-year-sales'],
    ['assets of 200 million', SME, { years: { 'total-assets': 200 * MILLION - 1 } }, { years: { 'total-assets': 200 * MILLION } }, { years: { 'total-assets': 200 * MILLION + 1 } }, ['pass', 'pass', 'fail'], 'total-assets'],
    // Staff 12 and IP 12 points: research of 4 % gives 30, less 20.
    ['60 points', { ...SME, ip: { software: 3 } }, { years: { 'tax-research': 4 * MILLION - 1 } }, { years: { 'tax-research': 4 * MILLION } }, { years: { 'tax-research': 5 * MILLION } }, ['fail', 'pass', 'pass'], 'points'],
    ['10 % of research staff, without which points are none', { ...SME, ip: { invention: 1 } }, { years: { 'sme-research-staff': 9, 'tax-research': 6 * MILLION } }, { years: { 'sme-research-staff': 10, 'tax-research': 6 * MILLION } }, { years: { 'sme-research-staff': 11, 'tax-research': 6 * MILLION } }, ['fail', 'pass', 'pass'], 'staff-points'],
    ['a national award five years ago', { ...SME, ip: { software: 0 } }, { standing: { 'national-award-on': '2020-06-14' } }, { standing: { 'national-award-on': '2020-06-15' } }, { standing: { 'national-award-on': '2020-06-16' } }, ['fail', 'pass', 'pass'], 'points'],
    ['the first day of the year before, for an incident', SME, { standing: { 'incident-on': '2023-12-31' } }, { standing: { 'incident-on': '2024-01-01' } }, { standing: { 'incident-on': '2024-01-02' } }, ['pass', 'fail', 'fail'], 'incident-in-two-years'],
  ]);

  it.each([
    ...[[30, 20], [29, 16], [25, 16], [24, 12], [20, 12], [19, 8], [15, 8], [14, 4], [10, 4], [9, 0]].map(([people, points]) => ['staff', { years: { 'sme-research-staff': people! } }, points!] as const),
    ...[[6, 50], [5.99, 40], [5, 40], [4.99, 30], [4, 30], [3.99, 20], [3, 20], [2.99, 10], [2, 10], [1.99, 0]].map(([percent, points]) => ['research', { years: { 'tax-research': Math.round(percent! * MILLION) } }, points!] as const),
    ...[[30, 50], [29, 40], [25, 40], [24, 30], [20, 30], [19, 20], [15, 20], [14, 10], [10, 10], [9, 0]].map(([percent, points]) => ['research', { years: { sales: 10_000 * MILLION, cost: 100 * MILLION, 'tax-research': percent! * MILLION } }, points!] as const),
    ...[[5, 24], [4, 24], [3, 18], [2, 12], [1, 6], [0, 0]].map(([count, points]) => ['ip', { ip: { software: count! } }, points!] as const),
    ['ip', { ip: { invention: 1 } }, 30] as const,
  ])('gives points for %s by the table (%j): %i', (part, change, points) => {
    const found = assess('tech-based-sme', but(SME, change as Made), 'first', ON)!.score!.parts.find(({ key }) => key === part)!;
    expect([found.low, found.high]).toEqual([points, points]);
  });

  it('never takes one measure’s staff or research for the other’s', () => {
    const { verdict, gaps } = assess('tech-based-sme', firm({ ...SME, years: { staff: 100, 'research-staff': 50, research: 50 * MILLION, sales: 100 * MILLION, 'total-assets': MILLION } }), 'first', ON)!;
    expect(verdict).toBe('unknown');
    expect(gaps.map(({ metric }) => metric)).toContain('sme-staff');
  });

  it('names what leads to a look on the spot, which refuses nothing', () => {
    const small = assess('tech-based-sme', { ...but(SME, { years: { 'sme-staff': 5, 'sme-research-staff': 5 }, ip: { invention: 1 } }), appliedBefore: false }, 'first', ON)!;
    expect([small.verdict, small.checks.map(({ en }) => en)]).toEqual(['pass', ['5 staff or fewer', 'a first application']]);
    const held = assess('tech-based-sme', firm({ ...SME, ip: {}, holds: ['high-tech-enterprise'], years: { ...SME.years, 'tax-research': 100_000_00 - 1 } }), 'first', ON)!;
    expect([held.verdict, held.checks.map(({ en }) => en)]).toEqual(['pass', ['no points for IP', 'research under 100,000 yuan']]);
  });
});

describe('municipal tech firm, Chongqing 2022', () => {
  const base: Made = { years: { staff: 100, 'technical-staff': 3, 'senior-titles': 0 }, standing: { 'legal-person': true, 'prohibited-trade': false, 'incident-on': 'none', dishonest: false, 'other-municipal-ground': false } };
  judgeRows('municipal-tech-firm', 'first', ON, [
    ['technical staff of 5 %', base, { years: { 'technical-staff': 4 } }, { years: { 'technical-staff': 5 } }, { years: { 'technical-staff': 6 } }, ['fail', 'pass', 'pass'], 'technical-staff-share'],
    ['one senior title', base, { years: { 'senior-titles': 0, 'technical-staff': 0 } }, { years: { 'senior-titles': 1 } }, { years: { 'senior-titles': 2 } }, ['fail', 'pass', 'pass'], 'technical-staff-share'],
  ]);
});

const INNOVATIVE: Made = {
  years: { revenue: 100 * MILLION, 'main-revenue': [50 * MILLION, 60 * MILLION, 66 * MILLION], research: 3 * MILLION, liabilities: 60 * MILLION, 'total-assets': 100 * MILLION, equity: three(0) },
  standing: { 'strategic-emerging': false, 'national-award-on': 'none', 'provincial-award-on': 'none', 'provincial-institution': false, 'ip-title': false },
  ip: { software: 1 },
};

describe('the quality-SME ladder until 2026-03-31, 工信部企业〔2022〕63号', () => {
  // IP 5, research 15, growth of 10 % 15, debt 5, field 5, main share 15: 60.
  judgeRows('innovative-sme', 'first', ON, [
    ['60 points, by growth of 10 %', INNOVATIVE, { years: { 'main-revenue': [50 * MILLION, 60 * MILLION, 66 * MILLION - 1] } }, {}, { years: { 'main-revenue': [50 * MILLION, 60 * MILLION, 69 * MILLION] } }, ['fail', 'pass', 'pass'], 'points'],
    ['innovation 20, by research of 3 %', { ...INNOVATIVE, standing: { ...INNOVATIVE.standing, 'strategic-emerging': true } }, { years: { research: 3 * MILLION - 1 } }, {}, { years: { research: 5 * MILLION } }, ['fail', 'pass', 'pass'], 'innovation-points'],
    ['equity of 5 million in three years', { ...INNOVATIVE, ip: {} }, { years: { equity: [MILLION, 2 * MILLION, 2 * MILLION - 1] } }, { years: { equity: [MILLION, 2 * MILLION, 2 * MILLION] } }, { years: { equity: three(2 * MILLION) } }, ['fail', 'pass', 'pass'], 'equity-in-3-years'],
  ]);

  it.each([
    ...[[15, 20], [14.9, 15], [10, 15], [9.9, 10], [5, 10], [4.9, 5], [0, 5], [-0.1, 0]].map(([rate, points]) => ['growth-revenue', { years: { 'main-revenue': [1e9, 1e9, Math.round(1e9 * (1 + rate! / 100))] } }, points!] as const),
    ...[[54, 10], [55, 10], [56, 5], [75, 5], [76, 0]].map(([debt, points]) => ['growth-debt', { years: { liabilities: debt! * MILLION } }, points!] as const),
    ...[[70, 20], [69, 15], [60, 15], [59, 10], [55, 10], [54, 5], [50, 5], [49, 0]].map(([share, points]) => ['specialisation-share', { years: { 'main-revenue': share! * MILLION } }, points!] as const),
    ...[[5, 20], [4.9, 15], [3, 15], [2.9, 10], [2, 10], [1.9, 5], [1, 5], [0.9, 0]].map(([share, points]) => ['innovation-research', { years: { research: Math.round(share! * MILLION) } }, points!] as const),
    ['innovation-ip', { ip: { software: 1, invention: 0 } }, 5] as const,
    ['innovation-ip', { ip: { invention: 1 } }, 15] as const,
    ['specialisation-field', { standing: { 'strategic-emerging': true } }, 10] as const,
  ])('gives points for %s by the annex (%j): %i', (part, change, points) => {
    const found = assess('innovative-sme', but(INNOVATIVE, change as unknown as Made), 'first', ON)!.score!.parts.find(({ key }) => key === part)!;
    expect([found.low, found.high]).toEqual([points, points]);
  });

  it('gives class I IP of high value 20 and bought class I IP 10', () => {
    const part = (own: boolean, highValue: boolean) => assess('innovative-sme', { ...firm(INNOVATIVE), papers: [{ register: 'ip', kind: 'invention', on: '2020-01-01', until: null, own, inUse: true, highValue, amount: null }] }, 'first', ON)!.score!.parts[0]!.low;
    expect([part(true, true), part(true, false), part(false, false)]).toEqual([20, 15, 10]);
  });

  const SPECIALISED: Made = { years: { revenue: 30 * MILLION, research: MILLION, equity: three(0) }, standing: { 'market-since': '2020-01-01', 'specialised-points': 70 } };
  judgeRows('specialised-firm', 'first', ON, [
    ['two years in its market', SPECIALISED, { standing: { 'market-since': '2023-06-16' } }, { standing: { 'market-since': '2023-06-15' } }, { standing: { 'market-since': '2023-06-14' } }, ['fail', 'pass', 'pass'], 'years-in-market'],
    ['research of 1 million', SPECIALISED, { years: { research: MILLION - 1 } }, {}, { years: { research: MILLION + 1 } }, ['fail', 'pass', 'pass'], 'last-year-research'],
    ['research of 3 % of revenue', SPECIALISED, { years: { revenue: 100 * MILLION, research: 3 * MILLION - 1 } }, { years: { revenue: 100 * MILLION, research: 3 * MILLION } }, { years: { revenue: 100 * MILLION, research: 3 * MILLION + 1 } }, ['fail', 'pass', 'pass'], 'research-over-revenue'],
    ['revenue of 10 million', SPECIALISED, { years: { revenue: 10 * MILLION - 1 } }, { years: { revenue: 10 * MILLION } }, { years: { revenue: 10 * MILLION + 1 } }, ['fail', 'pass', 'pass'], 'last-year-revenue'],
    ['60 points', SPECIALISED, { standing: { 'specialised-points': 59 } }, { standing: { 'specialised-points': 60 } }, { standing: { 'specialised-points': 61 } }, ['fail', 'pass', 'pass'], 'specialised-points'],
  ]);
  it('takes 20 million of new equity in two years for revenue', () => {
    const verdict = (equity: number) => assess('specialised-firm', but(SPECIALISED, { years: { revenue: 5 * MILLION, research: MILLION, equity: [0, 10 * MILLION, equity] } }), 'first', ON)!.verdict;
    expect([verdict(10 * MILLION - 1), verdict(10 * MILLION)]).toEqual(['fail', 'pass']);
  });

  const GIANT: Made = { years: { revenue: 120 * MILLION, 'main-revenue': [80 * MILLION, 90 * MILLION, 100 * MILLION], research: 5 * MILLION, liabilities: 50 * MILLION, 'total-assets': 100 * MILLION, equity: three(0), staff: 100, 'research-staff': 20 }, standing: { 'market-since': '2018-01-01' } };
  judgeRows('little-giant', 'first', ON, [
    ['three years in its market', GIANT, { standing: { 'market-since': '2022-06-16' } }, { standing: { 'market-since': '2022-06-15' } }, { standing: { 'market-since': '2022-06-14' } }, ['fail', 'pass', 'pass'], 'years-in-market'],
    ['a main share of 70 %', GIANT, { years: { revenue: 100 * MILLION, 'main-revenue': [60 * MILLION, 65 * MILLION, 70 * MILLION - 1] } }, { years: { revenue: 100 * MILLION, 'main-revenue': [60 * MILLION, 65 * MILLION, 70 * MILLION] } }, { years: { revenue: 100 * MILLION, 'main-revenue': [60 * MILLION, 65 * MILLION, 71 * MILLION] } }, ['fail', 'pass', 'pass'], 'main-share'],
    ['growth of 5 %', GIANT, { years: { 'main-revenue': [100 * MILLION, 100 * MILLION, 110 * MILLION - 10] } }, { years: { 'main-revenue': [100 * MILLION, 100 * MILLION, 110 * MILLION] } }, { years: { 'main-revenue': [100 * MILLION, 100 * MILLION, 111 * MILLION] } }, ['fail', 'pass', 'pass'], 'main-revenue-mean-growth'],
    ['debt of 70 %', GIANT, { years: { liabilities: 70 * MILLION - 1 } }, { years: { liabilities: 70 * MILLION } }, { years: { liabilities: 70 * MILLION + 1 } }, ['pass', 'pass', 'fail'], 'debt-ratio'],
    ['revenue of 100 million, at research of 4 %', GIANT, { years: { revenue: 100 * MILLION - 1, 'main-revenue': [80 * MILLION, 85 * MILLION, 90 * MILLION], research: 4 * MILLION } }, { years: { revenue: 100 * MILLION, 'main-revenue': [80 * MILLION, 85 * MILLION, 90 * MILLION], research: 4 * MILLION } }, { years: { revenue: 101 * MILLION, 'main-revenue': [80 * MILLION, 85 * MILLION, 90 * MILLION], research: 4.1 * MILLION } }, ['fail', 'pass', 'pass'], 'last-year-revenue'],
    ['research of 6 % from 50 million', GIANT, { years: { revenue: 50 * MILLION, 'main-revenue': [30 * MILLION, 35 * MILLION, 40 * MILLION], research: 3 * MILLION - 1 } }, { years: { revenue: 50 * MILLION, 'main-revenue': [30 * MILLION, 35 * MILLION, 40 * MILLION], research: 3 * MILLION } }, { years: { revenue: 50 * MILLION, 'main-revenue': [30 * MILLION, 35 * MILLION, 40 * MILLION], research: 3.1 * MILLION } }, ['fail', 'pass', 'pass'], 'research-over-revenue'],
    ['half of all staff in research, below 50 million', { ...GIANT, years: { ...GIANT.years, revenue: 40 * MILLION, 'main-revenue': [20 * MILLION, 25 * MILLION, 30 * MILLION], research: 30 * MILLION, equity: [0, 40 * MILLION, 40 * MILLION] } }, { years: { 'research-staff': 49 } }, { years: { 'research-staff': 50 } }, { years: { 'research-staff': 51 } }, ['fail', 'pass', 'pass'], 'research-staff-share'],
  ]);
});

const DAY_2026 = '2026-06-15';
const SPECIALISED_2026: Made = {
  years: { revenue: three(30 * MILLION), 'main-revenue': 27 * MILLION, liabilities: 50 * MILLION, 'total-assets': 100 * MILLION, research: three(2 * MILLION), equity: three(0), 'quality-score': 65 },
  standing: { 'market-since': '2018-01-01', 'fraud-on': 'none' },
  ip: { invention: 1 },
  holds: ['tech-based-sme'],
};

describe('the quality-SME ladder from 2026-04-01, 工信部企业〔2026〕2号', () => {
  const threeRevenue = (a: number, b: number) => [30 * MILLION, a, b] as const;
  judgeRows('specialised-firm', 'first', DAY_2026, [
    ['three years in its niche', SPECIALISED_2026, { standing: { 'market-since': '2023-06-16' } }, { standing: { 'market-since': '2023-06-15' } }, { standing: { 'market-since': '2023-06-14' } }, ['fail', 'pass', 'pass'], 'years-in-market'],
    ['revenue of 15 million', SPECIALISED_2026, { years: { revenue: threeRevenue(20 * MILLION, 15 * MILLION - 1), 'main-revenue': 14 * MILLION } }, { years: { revenue: threeRevenue(20 * MILLION, 15 * MILLION), 'main-revenue': 14 * MILLION } }, { years: { revenue: threeRevenue(20 * MILLION, 15 * MILLION + 1), 'main-revenue': 14 * MILLION } }, ['fail', 'pass', 'pass'], 'last-year-revenue'],
    ['a main share of 80 %', SPECIALISED_2026, { years: { 'main-revenue': 24 * MILLION - 1 } }, { years: { 'main-revenue': 24 * MILLION } }, { years: { 'main-revenue': 24 * MILLION + 1 } }, ['fail', 'pass', 'pass'], 'main-share'],
    ['debt of 80 %', SPECIALISED_2026, { years: { liabilities: 80 * MILLION - 1 } }, { years: { liabilities: 80 * MILLION } }, { years: { liabilities: 80 * MILLION + 1 } }, ['pass', 'pass', 'fail'], 'debt-ratio'],
    ['research of 1 million in each of two years', SPECIALISED_2026, { years: { research: [0, MILLION - 1, 2 * MILLION] } }, { years: { research: [0, MILLION, 2 * MILLION] } }, { years: { research: [0, MILLION + 1, 2 * MILLION] } }, ['fail', 'pass', 'pass'], 'least-research-of-2-years'],
    ['research of 3 % in each of two years', { ...SPECIALISED_2026, years: { ...SPECIALISED_2026.years, revenue: three(100 * MILLION), 'main-revenue': 90 * MILLION } }, { years: { research: [0, 3 * MILLION - 1, 4 * MILLION] } }, { years: { research: [0, 3 * MILLION, 4 * MILLION] } }, { years: { research: [0, 4 * MILLION, 3 * MILLION + 1] } }, ['fail', 'pass', 'pass'], 'least-research-share-of-2-years'],
    ['one class I IP', SPECIALISED_2026, { ip: { invention: 0, software: 9 } }, { ip: { invention: 1 } }, { ip: { invention: 2 } }, ['fail', 'pass', 'pass'], 'class-one-ip'],
    ['a quality score of 50, and of 60 by the other reading', SPECIALISED_2026, { years: { 'quality-score': 49 } }, { years: { 'quality-score': 50 } }, { years: { 'quality-score': 60 } }, ['fail', 'depends', 'pass'], 'quality-met'],
  ]);

  it('says what the score between 50 and 60 depends on', () => {
    expect(assess('specialised-firm', firm({ ...SPECIALISED_2026, on: DAY_2026, years: { ...SPECIALISED_2026.years, revenue: three(30 * MILLION), 'quality-score': 59 } }), 'first', DAY_2026)).toMatchObject({ verdict: 'depends', why: [{ en: expect.stringContaining('annex 1') }] });
  });

  const GIANT_2026: Made = {
    years: { revenue: three(100 * MILLION), 'main-revenue': [80 * MILLION, 88 * MILLION, 96 * MILLION], liabilities: 50 * MILLION, 'total-assets': 100 * MILLION, research: three(7 * MILLION), 'quality-score': three(70) },
    standing: { 'market-since': '2018-01-01', 'niche-share': 12, 'top-three': false, 'product-on-list': true, 'controlled-by-little-giant': false, 'fraud-on': 'none', 'national-award-on': 'none', 'provincial-award-on': 'none' },
    ip: { invention: 5 },
    holds: ['specialised-firm'],
  };
  judgeRows('little-giant', 'first', DAY_2026, [
    ['revenue of 50 million', GIANT_2026, { years: { revenue: [50 * MILLION, 50 * MILLION, 50 * MILLION - 1], 'main-revenue': [40 * MILLION, 44 * MILLION, 48 * MILLION] } }, { years: { revenue: three(50 * MILLION), 'main-revenue': [40 * MILLION, 44 * MILLION, 48 * MILLION] } }, { years: { revenue: three(51 * MILLION), 'main-revenue': [40 * MILLION, 44 * MILLION, 48 * MILLION] } }, ['fail', 'pass', 'pass'], 'last-year-revenue'],
    ['a main share of 90 %', GIANT_2026, { years: { 'main-revenue': [80 * MILLION, 85 * MILLION, 90 * MILLION - 1] } }, { years: { 'main-revenue': [80 * MILLION, 85 * MILLION, 90 * MILLION] } }, { years: { 'main-revenue': [80 * MILLION, 85 * MILLION, 91 * MILLION] } }, ['fail', 'pass', 'pass'], 'main-share'],
    // 1.05 squared is 1.1025.
    ['compound growth of 5 %', GIANT_2026, { years: { 'main-revenue': [80 * MILLION, 84 * MILLION, 88.2 * MILLION - 1000], revenue: three(95 * MILLION) } }, { years: { 'main-revenue': [80 * MILLION, 90 * MILLION, 88.2 * MILLION], revenue: three(95 * MILLION) } }, { years: { 'main-revenue': [80 * MILLION, 84 * MILLION, 89 * MILLION], revenue: three(95 * MILLION) } }, ['fail', 'pass', 'pass'], 'main-revenue-compound-growth'],
    ['debt of 75 %', GIANT_2026, { years: { liabilities: 75 * MILLION - 1 } }, { years: { liabilities: 75 * MILLION } }, { years: { liabilities: 75 * MILLION + 1 } }, ['pass', 'pass', 'fail'], 'debt-ratio'],
    ['12 million of research in two years', GIANT_2026, { years: { research: [0, 6 * MILLION, 6 * MILLION - 1] } }, { years: { research: [0, 6 * MILLION, 6 * MILLION] } }, { years: { research: [0, 6 * MILLION, 7 * MILLION] } }, ['fail', 'pass', 'pass'], 'research-of-2-years'],
    ['4 class I IP', GIANT_2026, { ip: { invention: 3 } }, { ip: { invention: 4 } }, { ip: { invention: 5 } }, ['fail', 'pass', 'pass'], 'own-class-one-ip'],
    ['10 % of a niche market', GIANT_2026, { standing: { 'niche-share': 9.9 } }, { standing: { 'niche-share': 10 } }, { standing: { 'niche-share': 10.1 } }, ['fail', 'pass', 'pass'], 'niche-share'],
    ['a quality score of 60', GIANT_2026, { years: { 'quality-score': [70, 70, 59] } }, { years: { 'quality-score': [0, 0, 60] } }, { years: { 'quality-score': [0, 0, 61] } }, ['fail', 'pass', 'pass'], 'quality-score'],
  ]);

  it('waives the four IP for a national award, counts bought IP not as own, and takes the top three for a share', () => {
    const giant = (more: Made) => assess('little-giant', but({ ...GIANT_2026, on: DAY_2026 }, { ...more, on: DAY_2026 }), 'first', DAY_2026)!.verdict;
    expect([giant({ ip: { invention: 0 }, standing: { 'national-award-on': '2024-01-01' } }), giant({ standing: { 'niche-share': 1, 'top-three': true } }), giant({ standing: { 'fraud-on': '2024-01-01' } })]).toEqual(['pass', 'pass', 'fail']);
    const bought = firm({ ...GIANT_2026, on: DAY_2026 });
    expect(assess('little-giant', { ...bought, papers: bought.papers.map((paper) => ({ ...paper, own: false })) }, 'first', DAY_2026)!.verdict).toBe('fail');
  });

  it('judges by kind and year: the re-review of 2026 follows the text of 2022, and that of 2027 the new one, without growth', () => {
    const giant = firm({ ...GIANT_2026, on: DAY_2026 });
    expect([assess('little-giant', giant, 'first', '2026-03-31'), assess('little-giant', giant, 'first', '2026-04-01'), assess('little-giant', giant, 're-review', '2026-06-15')].map((one) => one!.version)).toEqual(['2022', '2026', '2022']);
    const later = firm({ ...GIANT_2026, on: '2027-06-15', years: { ...GIANT_2026.years, 'main-revenue': [96 * MILLION, 96 * MILLION, 96 * MILLION], 'quality-score': [0, 60, 10] } });
    expect([assess('little-giant', later, 're-review', '2027-06-15')!, assess('little-giant', later, 'first', '2027-06-15')!].map(({ version, verdict }) => [version, verdict])).toEqual([['2026', 'pass'], ['2026', 'fail']]);
    expect([assess('innovative-sme', giant, 'first', '2026-04-01'), assess('tech-and-innovative-sme', giant, 'first', '2026-03-31')]).toEqual([undefined, undefined]);
  });

  it('tells a firm what the change of text means for it', () => {
    const small = firm({ ...SPECIALISED_2026, on: '2026-03-01', years: { revenue: three(12 * MILLION), 'main-revenue': 9 * MILLION, research: three(1.2 * MILLION), liabilities: 50 * MILLION, 'total-assets': 100 * MILLION, equity: three(0), 'quality-score': 65 }, standing: { ...SPECIALISED_2026.standing, 'specialised-points': 61 } });
    const [change] = changesFor('specialised-firm', small, 'first', '2026-03-01');
    expect(change).toMatchObject({ from: '2022', to: '2026', inForceFrom: '2026-04-01', before: 'pass', after: 'fail' });
    expect(change!.fresh.map(({ metric }) => metric)).toEqual(['main-share', 'last-year-revenue']);
  });
});

describe('gaps and certificates', () => {
  it('puts what takes least first, and of a choice only the way that is nearest', () => {
    const { gaps } = assess('high-tech-enterprise', but(HIGH_TECH, { years: { 'research-staff': 9, 'high-tech-income': 6 * MILLION, research: three(1.9 * MILLION), 'research-in-china': three(1.9 * MILLION) } }), 'first', ON)!;
    expect(gaps.map(({ metric }) => metric)).toEqual(['research-share', 'research-staff-share', 'high-tech-income-share']);
    expect(gaps[0]).toMatchObject({ needed: 5, missing: 0.25, effort: 0.05 });
  });

  it('ends certificates as their rules say', () => {
    expect([lastDayOfCertificate('high-tech-enterprise', '2024-11-28'), lastDayOfCertificate('tech-based-sme', '2025-07-01'), lastDayOfCertificate('little-giant', '2024-02-29'), lastDayOfCertificate('municipal-tech-firm', '2025-01-01')]).toEqual(['2027-11-27', '2026-03-31', '2027-02-27', null]);
  });

  it('never lets more of what helps make a verdict worse, whatever the firm', () => {
    const rank = { fail: 0, unknown: 1, depends: 2, pass: 3 } as const;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 60 }), (staff, research, conversions, sales) => {
        const made = (more: number) => firm({ ...HIGH_TECH, standing: { 'supported-field': true, 'incident-on': 'none' }, years: { ...HIGH_TECH.years, 'research-staff': staff + more, conversions: three(conversions + more), sales: three(sales * MILLION), research: three((research + more) * 0.2 * MILLION), 'research-in-china': three((research + more) * 0.2 * MILLION) } });
        const [before, after] = [made(0), made(1)].map((one) => assess('high-tech-enterprise', one, 'first', ON)!);
        expect(rank[after!.verdict]).toBeGreaterThanOrEqual(rank[before!.verdict]);
      }),
    );
  });

  it('explains every clause of every version with what it saw', () => {
    for (const set of QUALIFICATIONS) {
      const { explanation, source, version } = assessBy(set, firm({ ...SPECIALISED_2026, on: DAY_2026 }), 'first', DAY_2026);
      expect([explanation.rule, explanation.version, explanation.source]).toEqual([set.key, version, source]);
      const clauses = clausesOf(explanation.root);
      expect(clauses.length).toBeGreaterThan(1);
      for (const { verdict, seen } of clauses) expect(verdict === 'unknown').toBe(seen === null);
    }
  });
});
