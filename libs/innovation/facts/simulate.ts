import { isRefusal, refuse, type Refusal, type Versioned } from '#kernel';
import { judgedEntries } from '#contest';
import { creditGrades, creditScored } from '#funding';
import { judgedGraduations } from '#incubation';
import { notFound, type Tx } from '#platform';
import { tableOn } from '#rulebook';
import { innovationPoints } from '../domain/points.js';
import { qualificationFacts } from '../domain/qualification-facts.js';
import { judgedCase, leversOf, leverUnknown, nothingRecorded, resultOf, type CaseSeen, type Lever, type Simulated, type SimulationResult } from '../domain/simulation.js';
import { LISTS, POINTS, type PointsTable } from '../rules/points.js';
import { judgeByPolicy } from './claim-of-policy.js';
import { firmsSeen } from './firms-seen.js';
import { standingFirms } from './merged-records.js';

export interface Tried {
  readonly rule: Simulated;
  /** Which policy, or which call's rule. */
  readonly of: string | null;
  readonly day: string;
}

/** A rule with all that is on record to try it on. */
interface Bench {
  readonly levers: readonly Lever[];
  readonly try: (changes: Readonly<Record<string, number>>) => { readonly cases: readonly CaseSeen[]; readonly figures: SimulationResult['figures'] };
}

const counted = (key: string, zh: string, en: string, before: number, after: number): SimulationResult['figures'][number] => ({ key, zh, en, before, after });

/** Graduation: who graduated, as he was judged then, and who is in a platform, as he would be judged on the day. */
async function graduations(tx: Tx, district: string, { day }: Tried): Promise<Bench> {
  const judged = await judgedGraduations(tx, district, day);
  return {
    levers: leversOf(judged.map(({ explanation }) => explanation)),
    try: (changes) => {
      const cases = judged.map(({ id, project, firm, graduated, explanation }) => judgedCase({ id, project, name: firm, taken: graduated, explanation, money: 0 }, changes));
      // Who graduated and would not have; those in a platform who could, if they ask.
      const [graduates, lost] = [cases.filter(({ taken }) => taken).length, cases.filter(({ taken, after }) => taken && !after.passes).length];
      const ready = (of: 'before' | 'after') => cases.filter((one) => !one.taken && one[of].passes).length;
      return { cases, figures: [counted('graduates', '毕业企业', 'graduates', graduates, graduates - lost), counted('ready', '在孵且达标', 'in a platform and ready', ready('before'), ready('after'))] };
    },
  };
}

/** Eligibility: all entries that were handed in, and the prizes of those that won. */
async function eligibility(tx: Tx, district: string, { of }: Tried): Promise<Bench> {
  const judged = (await judgedEntries(tx, district)).filter(({ rule }) => of === null || rule === of);
  return {
    levers: leversOf(judged.map(({ explanation }) => explanation)),
    try: (changes) => {
      const cases = judged.map(({ id, project, title, won, prize, explanation }) => judgedCase({ id, project, name: title, taken: won, explanation, money: prize }, changes));
      const winners = (at: 'before' | 'after') => cases.filter((one) => one.taken && one[at].passes).length;
      return { cases, figures: [counted('eligible', '符合条件的参赛项目', 'eligible entries', cases.filter(({ before }) => before.passes).length, cases.filter(({ after }) => after.passes).length), counted('winners', '获奖项目', 'winners', winners('before'), winners('after'))] };
    },
  };
}

/** A policy: all firms of the register, and what it would pay to those that qualify. */
async function policy(tx: Tx, district: string, { of, day }: Tried): Promise<Bench | Refusal> {
  const row = of === null ? null : await tx.policy.findUnique({ where: { districtId_id: { districtId: district, id: of } } });
  if (!row) return refuse(notFound, { kind: 'policy', id: of ?? '' });
  const claims = new Set((await tx.policyClaim.findMany({ where: { districtId: district, policyId: row.id, lives: true }, select: { firmId: true } })).map(({ firmId }) => firmId));
  const judged = (await allFirms(tx, district)).map((firm) => ({ firm, ...judgeByPolicy(row, qualificationFacts(firm, day)) }));
  return {
    levers: leversOf(judged.map(({ explanation }) => explanation)),
    try: (changes) => {
      const cases = judged.map(({ firm, explanation, worth }) => judgedCase({ id: firm.id, project: null, name: firm.name, taken: claims.has(firm.id), explanation, money: Number(worth ?? 0n) }, changes));
      return { cases, figures: [counted('qualified', '符合条件的企业', 'firms that qualify', cases.filter(({ before }) => before.passes).length, cases.filter(({ after }) => after.passes).length)] };
    },
  };
}

/** Credit: each firm's last score against other lines of grades or other limits. */
async function credit(tx: Tx, district: string, { day }: Tried): Promise<Bench> {
  const scored = await creditScored(tx, district, day);
  const grades = await creditGrades(tx, district, day);
  const levers = grades.flatMap(({ key: grade, from, limit }): Lever[] => [
    { key: `${grade}.from`, zh: `${grade} 级起评分`, en: `score from which a firm is ${grade}`, unit: 'points', value: from },
    { key: `${grade}.limit`, zh: `${grade} 级额度`, en: `limit of ${grade}`, unit: 'fen', value: limit },
  ]);
  return {
    levers,
    try: (changes) => {
      const cases = scored.map(({ id, project, firm, score, grades: lines }): CaseSeen => {
        const outcome = (by: typeof lines) => {
          const reached = by.find(({ from }) => score >= from);
          return { passes: reached !== undefined, says: reached?.key ?? '—', money: reached?.limit ?? 0 };
        };
        const changed = lines.map(({ key: grade, from, limit, ...words }) => ({ ...words, key: grade, from: changes[`${grade}.from`] ?? from, limit: changes[`${grade}.limit`] ?? limit })).sort((a, b) => b.from - a.from);
        return { id, project, name: firm, taken: false, before: outcome(lines), after: outcome(changed) };
      });
      const graded = (at: 'before' | 'after', grade: string) => cases.filter((one) => one[at].says === grade).length;
      return { cases, figures: grades.map(({ key: grade }) => counted(`grade-${grade}`, `${grade} 级企业`, `firms of grade ${grade}`, graded('before', grade), graded('after', grade))) };
    },
  };
}

/** Points: all firms of the register by another table of weights, and which lists they come on. */
async function points(tx: Tx, district: string, { day }: Tried): Promise<Bench> {
  const table = await tableOn(tx, district, POINTS, day);
  const firms = table === undefined ? [] : (await allFirms(tx, district)).map((firm) => ({ firm, facts: qualificationFacts(firm, day) }));
  const list = (reached: number) => LISTS.filter(({ from }) => reached >= from).at(-1)?.key ?? '—';
  return {
    levers: (table?.root.indicators ?? []).map(({ key, zh, en, weights }) => ({ key, zh, en, unit: 'points', value: Math.max(...Object.values(weights)) })),
    try: (changes) => {
      const changed = table && reweighed(table, changes);
      const judged = firms.map(({ firm, facts }) => ({ firm, before: innovationPoints(table!, facts).points, after: innovationPoints(changed!, facts).points }));
      const outcome = (reached: number) => ({ passes: list(reached) !== '—', says: `${reached} ${list(reached)}`, money: 0 });
      const cases = judged.map(({ firm, before, after }): CaseSeen => ({ id: firm.id, project: null, name: firm.name, taken: false, before: outcome(before), after: outcome(after) }));
      const on = (at: 'before' | 'after', from: number) => judged.filter((one) => one[at] >= from).length;
      return { cases, figures: LISTS.map(({ key, from, zh, en }) => counted(`list-${key}`, zh, en, on('before', from), on('after', from))) };
    },
  };
}

/** A table whose indicators have other most points; what they are in each stage moves in proportion. */
function reweighed(table: Versioned<PointsTable>, changes: Readonly<Record<string, number>>): Versioned<PointsTable> {
  return {
    ...table,
    root: { ...table.root, indicators: table.root.indicators.map((indicator) => {
      const to = changes[indicator.key];
      const most = Math.max(...Object.values(indicator.weights));
      if (to === undefined || most === 0) return indicator;
      const { 'start-up': young, growth, stable } = indicator.weights;
      return { ...indicator, weights: { 'start-up': (young * to) / most, growth: (growth * to) / most, stable: (stable * to) / most } };
    }) },
  };
}

const allFirms = async (tx: Tx, district: string) => firmsSeen(tx, district, await standingFirms(tx, district));

const BENCHES: Readonly<Record<Simulated, (tx: Tx, district: string, tried: Tried) => Promise<Bench | Refusal>>> = { graduation: graduations, eligibility, policy, credit, points };

/** The figures of a rule that may be changed, with what they are. */
export async function leversFor(tx: Tx, district: string, tried: Tried): Promise<readonly Lever[] | Refusal> {
  const bench = await BENCHES[tried.rule](tx, district, tried);
  return isRefusal(bench) ? bench : bench.levers;
}

/** What a changed rule would have made of all that is on record. It reads alone. */
export async function simulate(tx: Tx, district: string, tried: Tried, changes: Readonly<Record<string, number>>): Promise<SimulationResult | Refusal> {
  const bench = await BENCHES[tried.rule](tx, district, tried);
  if (isRefusal(bench)) return bench;
  const { cases, figures } = bench.try(changes);
  if (cases.length === 0) return refuse(nothingRecorded);
  const unknown = Object.keys(changes).find((key) => !bench.levers.some((lever) => lever.key === key));
  return unknown === undefined ? resultOf(cases, figures) : refuse(leverUnknown, { lever: unknown, levers: bench.levers.map(({ key }) => key).join(', ') });
}
