import { eventType, refusalType, stateMachine } from '#kernel';

export const EXIT_WAYS = ['repurchase', 'transfer', 'listing', 'repayment', 'liquidation'] as const;

export const holdingMachine = stateMachine({
  name: 'holding',
  initial: 'held',
  states: { held: 'signed; paid in tranches and valued', exited: 'sold or paid back in full', 'written-off': 'lost, with a reason' },
  transitions: {
    pay: { from: ['held'], to: 'held' },
    cancel: { from: ['held'], to: 'held' },
    'take-back': { from: ['held'], to: 'held' },
    value: { from: ['held'], to: 'held' },
    'exit-part': { from: ['held'], to: 'held' },
    exit: { from: ['held'], to: 'exited' },
    'write-off': { from: ['held'], to: 'written-off' },
  },
});

export const termsSigned = eventType<{ fund: string; firm: string; amount: number; instrument: string; on: string }>('holding:signed', 'When a fund and a firm have signed their terms.');
export const tranchePaid = eventType<{ tranche: string; number: number; amount: number; on: string; reference: string }>('holding:tranche-paid', 'When a tranche is paid.');
export const trancheCancelled = eventType<{ tranche: string; number: number; amount: number; reason: string }>('holding:tranche-cancelled', 'When a tranche will not be paid; its money is free again.');
export const trancheTakenBack = eventType<{ tranche: string; number: number; amount: number; reason: string }>('holding:tranche-taken-back', 'When a payment is taken back that was put down by mistake, or has come back; the tranche is due again.');
export const holdingValued = eventType<{ on: string; value: number; basis: string }>('holding:valued', 'When it was found what a holding is worth.');
export const holdingExited = eventType<{ way: string; cost: number; proceeds: number; on: string }>('holding:exited', 'When a fund gives up a holding, or a part of it, for money.');
export const holdingWrittenOff = eventType<{ cost: number; on: string; reason: string }>('holding:written-off', 'When a holding is given up as lost.');

export const noSuchTranche = refusalType('tranche:unknown', 'missing', '没有这一期付款。', 'There is no such tranche.');
export const trancheSettled = refusalType('tranche:settled', 'conflict', '第 {number} 期已{state}，不会重复支付。', 'Tranche {number} is {state} already; it is not paid twice.');
export const trancheNotPaid = refusalType('tranche:not-paid', 'conflict', '第 {number} 期没有付款可以撤回。', 'Tranche {number} has no payment to take back.');
export const partGivenUp = refusalType('holding:part-given-up', 'conflict', '该项目已有退出或核销，不能再撤回付款。', 'A part of the holding was given up already; its payments stay.');
export const milestoneOpen = refusalType('tranche:milestone-open', 'unmet', '第 {number} 期以里程碑“{milestone}”完成为条件，尚未完成。', 'Tranche {number} waits for the milestone "{milestone}", which is not reached.');
export const milestoneUnknown = refusalType('tranche:milestone-unknown', 'invalid', '该企业没有编号为 {milestone} 的里程碑。', 'The firm has no milestone {milestone}.');
export const tranchesOpen = refusalType('holding:tranches-open', 'unmet', '还有 {count} 期未付；请先支付或取消。', '{count} tranches are not paid; pay or cancel them first.');
export const costTooGreat = refusalType('holding:cost-too-great', 'invalid', '该项目剩余成本为 {left} 元，不能退出 {amount} 元。', 'The holding has cost {left} yuan that are still in it; a part of {amount} yuan can’t leave.');
export const nothingHeld = refusalType('holding:nothing-held', 'unmet', '尚未支付任何款项，不能估值或退出。', 'Nothing was paid yet, so there is nothing to value or to give up.');
