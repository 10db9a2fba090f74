import { evaluate, eventType, type Explanation, type Facts, refusalType, ruleInForce, type RuleSet, stateMachine } from '#kernel';
import { money, moneyOutside } from '#ledger';

export const ENVOY_LEVELS = ['district', 'municipal'] as const;
export const BROUGHT_KINDS = ['variety', 'technology'] as const;
export const GRADES = ['excellent', 'good', 'pass', 'fail'] as const;
export type Grade = (typeof GRADES)[number];

export const envoyMachine = stateMachine({
  name: 'envoy',
  initial: 'nominated',
  states: { nominated: 'proposed for a term', declined: 'not selected, with a reason', serving: 'selected; has an agreement for his term', ended: 'his term is over, or was ended' },
  transitions: {
    select: { from: ['nominated'], to: 'serving' },
    decline: { from: ['nominated'], to: 'declined' },
    serve: { from: ['serving'], to: 'serving' },
    pay: { from: ['serving', 'ended'] },
    appraise: { from: ['serving', 'ended'] },
    end: { from: ['serving'], to: 'ended' },
  },
});
export const envoyTeamMachine = stateMachine({ name: 'envoy-team', initial: 'formed', states: { formed: 'serves an industry' }, transitions: {} });

export const envoyTeamFormed = eventType<{ name: string; industry: string }>('envoy-team:formed', 'When a team of science envoys is formed for an industry.');
export const envoyNominated = eventType<{ name: string; level: string; industry: string }>('envoy:nominated', 'When someone is proposed as a science envoy.');
export const envoySelected = eventType<{ name: string; from: string; to: string; paper: string; people: readonly string[] }>('envoy:selected', 'When a science envoy is selected and his agreement signed.');
export const envoyDeclined = eventType<{ name: string; reason: string }>('envoy:declined', 'When someone is not selected as an envoy.');
export const envoyDispatched = eventType<{ dispatch: string; place: string; task: string; people: readonly string[] }>('envoy:dispatched', 'When an envoy is sent to a firm or a village.');
export const envoyServed = eventType<{ service: string; on: string; halves: number }>('envoy:served', 'When a day, or half of one, of an envoy’s service is entered.');
export const envoyBrought = eventType<{ kind: string; name: string; place: string; on: string }>('envoy:brought', 'When an envoy has brought a variety or a technology in.');
export const activityTogether = eventType<{ activity: string; title: string; envoys: number; people: number; on: string }>('envoy:activity', 'When envoys have held a joint activity.');
export const envoyAppraised = eventType<{ name: string; year: string; grade: string; byRule: string; people: readonly string[] }>('envoy:appraised', 'When an envoy’s year is appraised.');
export const envoyPaid = eventType<{ year: string; part: number; amount: number; on: string }>('envoy:paid', 'When a part of an envoy’s fee is paid.');
export const envoyEnded = eventType<{ name: string; on: string; reason: string }>('envoy:ended', 'When an envoy’s service ends.');

export const outsideTerm = refusalType('envoy:outside-term', 'invalid', '{on} 不在任期或派驻期 {from} 至 {to} 之内。', '{on} is not within the term, {from} to {to}.');
export const servedThatDay = refusalType('envoy:served-that-day', 'conflict', '{on} 的服务已经登记。', 'The service of {on} is entered already.');
export const noSuchDispatch = refusalType('envoy:no-such-dispatch', 'missing', '没有这次派驻。', 'There is no such dispatch.');
export const broughtAlready = refusalType('envoy:brought-already', 'conflict', '“{name}”已经登记。', '"{name}" is entered already.');
export const gradeNeedsNote = refusalType('envoy:grade-needs-note', 'unmet', '规则评定为 {byRule}，改评须说明理由。', 'The rule says {byRule}; say why another grade is given.');
export const paidAlready = refusalType('envoy:paid-already', 'conflict', '{year} 年度第 {part} 部分已支付。', 'Part {part} of {year} is paid already.');
export const secondPartWaits = refusalType('envoy:second-part-waits', 'unmet', '第二部分须在年度考核合格后支付。', 'The second part is paid once the year was appraised, and passed.');
export const yearNotServed = refusalType('envoy:year-not-served', 'invalid', '{year} 年不在任期 {from} 至 {to} 之内。', 'The year {year} is not within the term, {from} to {to}.');

/** The best grade whose rule passes on a day, with every rule’s judgement from the best down. */
export function gradeBy(rules: readonly RuleSet[], facts: Facts, day: string): { grade: Grade; explanations: Explanation[] } {
  const explanations = GRADES.filter((grade) => grade !== 'fail').map((grade) => evaluate(ruleInForce(rules, `envoy-${grade}`, day)!, facts));
  const best = explanations.findIndex(({ verdict }) => verdict === 'pass');
  return { grade: best < 0 ? 'fail' : GRADES[best]!, explanations };
}

/** A part of a year’s fee, in fen: half of it, the odd fen with the first. */
export const feePart = (fee: bigint, part: 1 | 2): bigint => (part === 1 ? fee - fee / 2n : fee / 2n);

export const feePurse = (district: string) => moneyOutside(district, 'envoy-fees');
export const feesOf = (envoy: string) => money(envoy, 'fees');
