import { eventType, refusalType, stateMachine } from '#kernel';
import { money, moneyOutside, promise, promiseOutside } from '#ledger';

export const poolMachine = stateMachine({ name: 'credit-pool', initial: 'open', states: { open: 'stands for loans' }, transitions: {} });
export const bankMachine = stateMachine({
  name: 'bank',
  initial: 'lending',
  states: { lending: 'may lend under the pool', warned: 'may lend; its losses come near the line', stopped: 'may not lend: its losses passed the line' },
  transitions: {
    warn: { from: ['lending'], to: 'warned' },
    stop: { from: ['lending', 'warned'], to: 'stopped' },
    'lift': { from: ['warned', 'stopped'], to: 'lending' },
  },
});

export const poolOpened = eventType<{ name: string; floor: number; share: number }>('pool:opened', 'When a pool is set up that shares the loss of loans.');
export const poolFilled = eventType<{ from: string; amount: number; on: string }>('pool:filled', 'When money is paid into a pool.');
export const bankEntered = eventType<{ pool: string; name: string }>('bank:entered', 'When a bank begins to lend under a pool.');
export const bankWarned = eventType<{ name: string; loss: number; line: number }>('bank:warned', 'When a bank’s losses come near the line.');
export const bankStopped = eventType<{ name: string; loss: number; line: number }>('bank:stopped', 'When a bank’s losses have passed the line; it may lend no more.');
export const bankLifted = eventType<{ name: string; reason: string }>('bank:lifted', 'When the office lets a bank lend again.');

export const poolRoomShort = refusalType('pool:no-room', 'unmet', '风险池“{pool}”尚可承担 {left} 元，不足以再承担 {amount} 元；请先补充资金，或等待贷款结清。', 'The pool "{pool}" can stand for {left} yuan more, less than the {amount} yuan that this loan needs; fill it, or wait for loans to end.');
export const poolAtFloor = refusalType('pool:at-floor', 'unmet', '风险池“{pool}”除保底资金外现有 {left} 元，不足以代偿 {amount} 元；请先补充资金。', 'The pool "{pool}" holds {left} yuan above its floor, less than the {amount} yuan to pay; fill it first.');
export const linesCrossed = refusalType('pool:lines-crossed', 'invalid', '预警线 {warnAt}% 须低于熔断线 {stopAt}%。', 'A bank is warned ({warnAt} %) before it is stopped ({stopAt} %).');
export const bankIsStopped = refusalType('bank:stopped', 'unmet', '“{bank}”的损失率已超过熔断线，暂停新增贷款；请联系科技局。', 'The losses of "{bank}" have passed the line, and it may not lend; the district’s office can lift that.');

/**
 * The pots of a pool. Money: what comes in fills `kept` up to the floor, which never pays, and then `cash`. Promises:
 * there is `room` for what is not `reserved` for a loan; what was paid for a loan is `used`.
 */
export const poolPots = (pool: string) => ({
  kept: money(pool, 'kept'),
  cash: money(pool, 'cash'),
  backing: promiseOutside(pool, 'backing'),
  room: promiseOutside(pool, 'room'),
  reserved: promise(pool, 'reserved'),
  used: promise(pool, 'used'),
});

export const paysIn = (pool: string, who: string) => moneyOutside(pool, `contributor:${who}`);

/** What a bank has lent and got back, been paid by pools, and earned. */
export const bankPots = (bank: string) => ({ lent: moneyOutside(bank, 'lent'), compensated: moneyOutside(bank, 'compensated'), interest: money(bank, 'interest') });

/** What is still owed of a loan's principal. */
export const owedOf = ({ id, projectId }: { readonly id: string; readonly projectId: string }) => money(projectId, `loan:${id}`);
export const paysInterest = (project: string) => moneyOutside(project, 'interest');

/** What a pool keeps ready for a loan, in fen, rounded up: `reserve` percent of its `share` of the principal. */
export const reserveFor = (principal: bigint, { share, reserve }: { share: number; reserve: number }): bigint => (principal * BigInt(share) * BigInt(reserve) + 9_999n) / 10_000n;

/** Loss over what was lent, in percent with two decimals. */
export const lossRatio = (lost: bigint, lent: bigint): number => (lent === 0n ? 0 : Number((lost * 10_000n) / lent) / 100);
