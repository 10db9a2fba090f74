import { eventType, refusalType, refuse, stateMachine, type Decision, type Refusal } from '#kernel';

export const fundMachine = stateMachine({
  name: 'seed-fund',
  initial: 'open',
  states: { open: 'invests what it has' },
  transitions: { commit: { from: ['open'], to: 'open' } },
});
export const investmentMachine = stateMachine({ name: 'investment', initial: 'paid', states: { paid: 'paid to the firm' }, transitions: {} });

export const fundRegistered = eventType<{ name: string; capital: number }>('fund:registered', 'When the district enters a seed fund.');
export const fundCommitted = eventType<{ investment: string; amount: number; left: number }>('fund:committed', 'When a fund has promised some of its capital.');
export const investmentPaid = eventType<{ fund: string; incubatee: string; amount: number; instrument: string; on: string }>('investment:paid', 'When a seed fund has invested in a firm.');

export const fundExhausted = refusalType('fund:exhausted', 'unmet', '基金“{fund}”余额 {left} 分，不足以投出 {amount} 分。', 'The fund "{fund}" has {left} fen left, less than the {amount} fen asked for.');

/** Promises `amount` fen of a fund that has `capital` and has promised `committed`; never more than there is. */
export function commit(fund: { name: string; capital: bigint; committed: bigint }, investment: string, amount: number): Decision | Refusal {
  const left = Number(fund.capital - fund.committed);
  if (amount > left) return refuse(fundExhausted, { fund: fund.name, left, amount });
  return fundMachine.take('commit', 'open', {}, [fundCommitted({ investment, amount, left: left - amount })]);
}
