import { daysAfter, daysBetween, type Fact, type Facts } from '#kernel';
import { CERTIFICATE_KEYS } from '../rules/certificates.js';
import { CLASS_ONE, CLASS_TWO, holdsOn, ofYear, validIp, type FirmSeen } from './firm-seen.js';
import { METRICS } from './metrics.js';
import { compoundGrowth, meanGrowth, percentOf, yearGrowth } from './growth.js';

const sum = (values: readonly (number | undefined)[]): number | undefined => values.reduce((total, value) => (total === undefined || value === undefined ? undefined : total + value), 0);
const least = (values: readonly (number | undefined)[]): number | undefined => (values.some((value) => value === undefined) ? undefined : Math.min(...(values as number[])));
const most = (values: readonly (number | undefined)[]): number | undefined => {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
};
const yearsBack = (day: string, years: number): string => `${Number(day.slice(0, 4)) - years}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`;

/**
 * What the rules of qualifications ask for, from what is known of a firm, for an application on a day. The last year is the one
 * accounting year before it, two and three years those before it; a year registered is 365 days, and the incident window of the
 * high-tech measure the 365 days before. What is not known is left out, so that its clause says so.
 */
export const qualificationFacts = (firm: FirmSeen, on: string): Facts => Object.fromEntries(Object.entries(allFacts(firm, on)).filter(([, value]) => value !== undefined)) as Facts;

function allFacts(firm: FirmSeen, on: string): Record<string, Fact | undefined> {
  const last = Number(on.slice(0, 4)) - 1;
  const at = (metric: string, back = 0) => ofYear(firm, metric, last - back);
  const said = (metric: string) => firm.standing.get(metric);
  // What happened on a day within a window; "none" is known not to have happened, and nothing is not known.
  const since = (metric: string, from: string): boolean | undefined => {
    const day = said(metric);
    return day === undefined ? undefined : day !== 'none' && (day as string) >= from && (day as string) <= on;
  };
  const either = (...ones: readonly (boolean | undefined)[]): boolean | undefined => (ones.includes(true) ? true : ones.includes(undefined) ? undefined : false);
  // A firm that began within the three years has none of the years before it.
  const began = firm.registeredOn === null ? undefined : Number(firm.registeredOn.slice(0, 4));
  const years = [2, 1, 0].filter((back) => began === undefined || last - back >= began);
  const ip = validIp(firm, on);
  const count = (kinds: readonly string[], which: (one: (typeof ip)[number]) => boolean = () => true) => ip.filter((one) => kinds.includes(one.kind) && which(one)).length;
  const classOne = count(CLASS_ONE, ({ inUse }) => inUse);
  const known = (register: string) => firm.papers.filter((paper) => paper.register === register && paper.on <= on && (paper.until === null || paper.until >= on)).length;
  const marketSince = said('market-since');
  const strategic = said('strategic-emerging');
  return {
    ...Object.fromEntries(firm.standing),
    'is-firm': 1,
    'first-application': !firm.appliedBefore,
    'days-registered': firm.registeredOn === null ? undefined : daysBetween(firm.registeredOn, on),
    'core-ip': ip.some(({ inUse }) => inUse),
    'ip-count': ip.length,
    'class-one-ip': classOne,
    'class-two-ip': count(CLASS_TWO, ({ inUse }) => inUse),
    'own-class-one-ip': count(CLASS_ONE, ({ inUse, own }) => inUse && own),
    'high-value-class-one-ip': count(CLASS_ONE, ({ inUse, highValue }) => inUse && highValue),
    'last-year-sales': at('sales'),
    'last-year-revenue': at('revenue'),
    'last-year-research': at('research'),
    'tax-research': at('tax-research'),
    'total-assets': at('total-assets'),
    'sme-staff': at('sme-staff'),
    'senior-titles': at('senior-titles'),
    'research-staff-share': percentOf(at('research-staff'), at('staff')),
    'sme-research-staff-share': percentOf(at('sme-research-staff'), at('sme-staff')),
    'technical-staff-share': percentOf(at('technical-staff'), at('staff')),
    'research-share': percentOf(sum(years.map((back) => at('research', back))), sum(years.map((back) => at('sales', back)))),
    'research-in-china-share': percentOf(sum(years.map((back) => at('research-in-china', back))), sum(years.map((back) => at('research', back)))),
    'high-tech-income-share': percentOf(at('high-tech-income'), at('total-income')),
    'tax-research-over-sales': percentOf(at('tax-research'), at('sales')),
    'tax-research-over-cost': percentOf(at('tax-research'), at('cost')),
    'research-over-revenue': percentOf(at('research'), at('revenue')),
    'main-share': percentOf(at('main-revenue'), at('revenue')),
    'debt-ratio': percentOf(at('liabilities'), at('total-assets')),
    'main-revenue-growth': yearGrowth(at('main-revenue', 1), at('main-revenue')),
    'main-revenue-mean-growth': meanGrowth(at('main-revenue', 2), at('main-revenue', 1), at('main-revenue')),
    'main-revenue-compound-growth': compoundGrowth(at('main-revenue', 2), at('main-revenue')),
    'net-assets-growth': meanGrowth(at('net-assets', 2), at('net-assets', 1), at('net-assets')) ?? (years.length < 2 ? 0 : undefined),
    'sales-growth': meanGrowth(at('sales', 2), at('sales', 1), at('sales')) ?? (years.length < 2 ? 0 : undefined),
    'conversions-a-year': years.length === 0 ? 0 : ((total) => (total === undefined ? undefined : total / years.length))(sum(years.map((back) => at('conversions', back)))),
    'equity-in-2-years': sum([at('equity'), at('equity', 1)]),
    'equity-in-3-years': sum([at('equity'), at('equity', 1), at('equity', 2)]),
    'research-of-2-years': sum([at('research'), at('research', 1)]),
    'least-research-of-2-years': least([at('research'), at('research', 1)]),
    'least-research-share-of-2-years': least([percentOf(at('research'), at('revenue')), percentOf(at('research', 1), at('revenue', 1))]),
    'quality-score': at('quality-score'),
    'best-quality-of-2-years': most([at('quality-score'), at('quality-score', 1)]),
    'years-in-market': typeof marketSince === 'string' ? [...Array(60).keys()].filter((n) => yearsBack(on, n + 1) >= marketSince).length : undefined,
    'field-points': strategic === undefined ? undefined : strategic === true ? 10 : 5,
    'incident-in-year-before': since('incident-on', daysAfter(on, -365)),
    'incident-in-two-years': either(since('incident-on', `${last}-01-01`), said('dishonest') as boolean | undefined),
    'risk-case-in-3-years': since('risk-case-on', yearsBack(on, 3)),
    'national-award-in-5-years': since('national-award-on', yearsBack(on, 5)),
    'award-in-3-years': either(since('national-award-on', yearsBack(on, 3)), since('provincial-award-on', yearsBack(on, 3))),
    'standard-in-5-years': since('standard-on', yearsBack(on, 5)),
    'fraud-in-3-years': since('fraud-on', yearsBack(on, 3)),
    ...Object.fromEntries(CERTIFICATE_KEYS.flatMap((key) => [[`holds-${key}`, holdsOn(firm, on, key)], [`recognised-in-a-year-${key}`, holdsOn({ ...firm, certificates: firm.certificates.filter(({ issuedOn }) => issuedOn > daysAfter(on, -365)) }, on, key)]])),
    'holds-high-tech-or-ip-title': holdsOn(firm, on, 'high-tech-enterprise') || (said('ip-title') ?? false),
    'holds-first-rung': holdsOn(firm, on, 'tech-and-innovative-sme', 'tech-based-sme', 'innovative-sme'),
    'year-output': at('main-revenue'),
    'last-year-tax': at('tax'),
    'contracts-amount': firm.papers.filter(({ register, on: day }) => register === 'contract' && day.startsWith(String(last))).reduce((total, { amount }) => total + (amount ?? 0), 0),
    platforms: known('platform'),
    awards: known('award'),
    talents: known('talent'),
    achievements: known('achievement'),
    certificates: firm.certificates.filter(({ key }, n) => firm.certificates.findIndex((one) => one.key === key) === n && holdsOn(firm, on, key)).length,
  };
}

const NOBODY: FirmSeen = { id: '', name: '', registeredOn: null, industry: null, years: new Map(), standing: new Map(), papers: [], certificates: [], appliedBefore: false };

/** The names that facts of firms have: what a policy's clauses may ask for. */
export const FACT_NAMES: readonly string[] = [...new Set([...Object.keys(allFacts(NOBODY, '2025-01-01')), ...METRICS.filter(({ of }) => of === 'standing').map(({ key }) => key)])].sort();
