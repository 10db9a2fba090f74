import { eventType, judgeAgain, refusalType, stateMachine, thresholdsIn, type Explanation, type Verdict } from '#kernel';

/** What may be changed to see what would have come of it. */
export const SIMULATED = ['graduation', 'eligibility', 'policy', 'credit', 'points'] as const;
export type Simulated = (typeof SIMULATED)[number];

export const simulationMachine = stateMachine({
  name: 'simulation',
  initial: 'kept',
  states: { kept: 'kept by who ran it', shared: 'seen by all who may see simulations', dropped: 'put away' },
  transitions: { share: { from: ['kept'], to: 'shared' }, drop: { from: ['kept', 'shared'], to: 'dropped' } },
});
export const simulationRun = eventType<{ name: string; rule: string; changed: number }>('simulation:run', 'When someone has tried what another rule would have made of recorded history.');
export const simulationShared = eventType<{ name: string }>('simulation:shared', 'When a simulation is shown to others.');
export const simulationDropped = eventType<{ name: string }>('simulation:dropped', 'When a simulation is put away.');

export const leverUnknown = refusalType('simulation:no-such-lever', 'invalid', '“{lever}”不可调整；可调整：{levers}。', '"{lever}" can’t be changed; what can: {levers}.');
export const nothingRecorded = refusalType('simulation:nothing-recorded', 'unmet', '尚无可用于模拟的记录。', 'There is nothing on record to try it on.');

/** One figure of a rule that may be set otherwise, with what it is now. */
export interface Lever {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
  readonly value: number;
}

/** One thing on record and what rule and change make of it. Money in fen. */
export interface CaseSeen {
  readonly id: string;
  readonly project: string | null;
  readonly name: string;
  /** What came of it; of some rules, whether it was taken up (graduated, awarded, claimed). */
  readonly taken: boolean;
  readonly before: Outcome;
  readonly after: Outcome;
}

export interface Outcome {
  readonly passes: boolean;
  /** Pass, fail, unknown; a grade; a list. */
  readonly says: string;
  readonly money: number;
}

export interface SimulationResult {
  readonly cases: number;
  readonly passed: { readonly before: number; readonly after: number };
  readonly money: { readonly before: number; readonly after: number };
  readonly changed: readonly CaseSeen[];
  /** Figures of the report that it moves. */
  readonly figures: readonly { readonly key: string; readonly zh: string; readonly en: string; readonly before: number; readonly after: number }[];
}

/** A judged thing as it was judged, and with other thresholds; what passes has the money. */
export function judgedCase({ id, project, name, taken, explanation, money }: { readonly id: string; readonly project: string | null; readonly name: string; readonly taken: boolean; readonly explanation: Explanation; readonly money: number }, thresholds: Readonly<Record<string, number>>): CaseSeen {
  const outcome = (verdict: Verdict): Outcome => ({ passes: verdict === 'pass', says: verdict, money: verdict === 'pass' ? money : 0 });
  return { id, project, name, taken, before: outcome(explanation.verdict), after: outcome(judgeAgain(explanation, thresholds).verdict) };
}

/** The figures of judgements that may be changed. */
export const leversOf = (explanations: readonly Explanation[]): Lever[] => {
  const clauses = explanations.flatMap(thresholdsIn);
  return [...new Map(clauses.map(({ metric, zh, en, unit, threshold }): [string, Lever] => [metric, { key: metric, zh, en, unit: unit ?? '', value: threshold as number }])).values()];
};

const total = (cases: readonly CaseSeen[], of: (one: CaseSeen) => Outcome): { readonly passes: number; readonly money: number } => ({ passes: cases.filter((one) => of(one).passes).length, money: cases.reduce((sum, one) => sum + of(one).money, 0) });

/** What cases come to before and after, and which of them changed, those whose money moved most first. */
export function resultOf(cases: readonly CaseSeen[], figures: SimulationResult['figures']): SimulationResult {
  const [before, after] = [total(cases, (one) => one.before), total(cases, (one) => one.after)];
  const moved = ({ before: was, after: is }: CaseSeen) => Math.abs(is.money - was.money);
  const changed = cases.filter(({ before: was, after: is }) => was.passes !== is.passes || was.says !== is.says || was.money !== is.money).sort((a, b) => moved(b) - moved(a) || (a.id < b.id ? -1 : 1));
  return { cases: cases.length, passed: { before: before.passes, after: after.passes }, money: { before: before.money, after: after.money }, changed, figures };
}
