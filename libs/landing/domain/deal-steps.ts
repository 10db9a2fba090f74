import { daysBetween, evaluate, ruleInForce, type Explanation, type RuleSet } from '#kernel';

/** The steps of a landing after the intent, in order, and the state that each leads to. */
export const STEPS = ['negotiate', 'sign', 'break-ground', 'complete', 'start-production', 'reach-capacity'] as const;
export type Step = (typeof STEPS)[number];

export interface Evidence {
  readonly kind: string;
  /** On the project's file. */
  readonly document: string;
  readonly number?: string;
}

/** Whether what is on file proves a step, by the rule in force on its day; undefined where there is no rule. */
export function proves(rules: readonly RuleSet[], step: string, evidence: readonly Evidence[], on: string): Explanation | undefined {
  const rule = ruleInForce(rules, `landing-${step}`, on);
  return rule && evaluate(rule, Object.fromEntries(rule.root.of.flatMap((part) => ('metric' in part ? [[part.metric, evidence.some(({ kind }) => kind === part.metric)] as const] : []))));
}

/** What must be on file for a step, by the rule in force on a day. */
export function checklistOf(rules: readonly RuleSet[], step: string, on: string) {
  const rule = ruleInForce(rules, `landing-${step}`, on);
  return rule && { step, rule: rule.source, certainty: rule.certainty, papers: rule.root.of.flatMap((part) => ('metric' in part ? [{ kind: part.metric, zh: part.zh, en: part.en }] : [])) };
}

/** A step as planned and as it came; null where it has not. */
interface StepSeen {
  readonly step: string;
  readonly plannedOn: string | null;
  readonly on: string | null;
}

export interface DealSeen {
  readonly id: string;
  /** When it left, or rose above scale: from then on nobody chases it. */
  readonly closedOn: string | null;
  readonly declaredOn: string;
  readonly steps: readonly StepSeen[];
  readonly progress: readonly { readonly on: string }[];
}

const dayOf = (deal: DealSeen, step: Step): string | null => deal.steps.find((one) => one.step === step)?.on ?? null;

/** The last step that has been taken, with its day; the intent where there is none. */
function standsAt(deal: DealSeen): { step: Step | 'intent'; since: string } {
  const taken = STEPS.filter((step) => dayOf(deal, step) !== null).at(-1);
  return taken ? { step: taken, since: dayOf(deal, taken)! } : { step: 'intent', since: deal.declaredOn };
}

/** Days that deals usually stand at a step before the next, where too few of one's own have passed it. Examples. */
const USUAL: Readonly<Record<string, number>> = { intent: 60, negotiate: 90, sign: 180, 'break-ground': 365, complete: 120, 'start-production': 540 };
const ENOUGH = 5;
const STALLED = 1.5;
/** Days without a word of progress after which building counts as stopped. */
const QUIET = 90;

/** The median of the days that deals stood at each step before they took the next. */
export function usualDays(deals: readonly DealSeen[]): Readonly<Record<string, { readonly days: number; readonly from: number }>> {
  const steps = ['intent', ...STEPS] as const;
  return Object.fromEntries(
    Object.keys(USUAL).map((step) => {
      const spans = deals.flatMap((deal) => {
        const at = step === 'intent' ? deal.declaredOn : dayOf(deal, step as Step);
        const next = steps.slice(steps.indexOf(step as Step) + 1).map((later) => dayOf(deal, later as Step)).find((day) => day !== null);
        return at === null || next == null ? [] : [daysBetween(at, next)];
      });
      const sorted = spans.sort((a, b) => a - b);
      return [step, spans.length < ENOUGH ? { days: USUAL[step]!, from: 0 } : { days: sorted[Math.floor(sorted.length / 2)]!, from: spans.length }];
    }),
  );
}

export interface Chased {
  readonly deal: string;
  readonly step: string;
  readonly since: string;
  readonly days: number;
  readonly usual: number;
}

export const LISTS = ['signed-not-begun', 'begun-not-building', 'built-not-producing', 'stalled'] as const;

/**
 * The lists that offices chase on a day: signed and ground not broken; ground broken and no word of building for 90 days;
 * built and nothing produced; and stalled, where a deal stands at a step half again as long as is usual.
 */
export function chaseLists(deals: readonly DealSeen[], day: string): Readonly<Record<(typeof LISTS)[number], Chased[]>> {
  const usual = usualDays(deals);
  const open = deals.filter(({ closedOn }) => closedOn === null || closedOn > day).map((deal) => ({ deal, ...standsAt(deal) })).filter(({ since }) => since <= day);
  const shown = ({ deal, step, since }: (typeof open)[number]): Chased => ({ deal: deal.id, step, since, days: daysBetween(since, day), usual: usual[step]?.days ?? 0 });
  const quiet = ({ deal, since }: (typeof open)[number]) => daysBetween([since, ...deal.progress.map(({ on }) => on).filter((on) => on <= day)].sort().at(-1)!, day) > QUIET;
  return {
    'signed-not-begun': open.filter(({ step }) => step === 'sign').map(shown),
    'begun-not-building': open.filter((one) => one.step === 'break-ground' && quiet(one)).map(shown),
    'built-not-producing': open.filter(({ step }) => step === 'complete').map(shown),
    stalled: open.map(shown).filter(({ days, usual: most }) => most > 0 && days > STALLED * most),
  };
}
