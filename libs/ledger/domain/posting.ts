import { refusalType, refuse, type Refusal, type RefusalType } from '#kernel';

/** Two books, each of which balances by itself: yuan that moved, and yuan that are promised. */
export const BOOKS = ['money', 'promise'] as const;
export type Book = (typeof BOOKS)[number];

/** A pot of money: a part of what belongs to one thing. `floor` in fen is what it never falls below; null for a source outside the service. */
export interface Pot {
  readonly owner: string;
  readonly part: string;
  readonly book: Book;
  readonly floor: bigint | null;
}

/** One movement of fen: its source and its use. `ground` happens once in a district, so that nothing is posted twice. */
export interface Posting {
  readonly from: Pot;
  readonly to: Pot;
  readonly amount: bigint;
  /** The day it counts from, YYYY-MM-DD. */
  readonly on: string;
  readonly ground: string;
  /** What it is about: the aggregate whose history tells why. */
  readonly about: string;
  /** What must stay in `from`, where that is more than its floor. */
  readonly least?: bigint;
  /** The refusal where there is too little, filled with `left` and `amount` (yuan) and `facts`. */
  readonly short?: { readonly type: RefusalType; readonly facts: Refusal['facts'] };
}

export const tooLittle = refusalType('ledger:too-little', 'unmet', '“{pot}”余额 {left} 元，不足以支出 {amount} 元。', '"{pot}" holds {left} yuan, less than the {amount} yuan asked for.');
export const postedAlready = refusalType('ledger:posted-already', 'conflict', '这笔款项已经入账，不会重复支付。', 'This has been posted already; nothing is paid twice.');

const pot = (book: Book, floor: bigint | null) => (owner: string, part: string): Pot => ({ owner, part, book, floor });

/** A pot of real money, of promises, and their sources outside, which may fall without end. */
export const money = pot('money', 0n);
export const moneyOutside = pot('money', null);
export const promise = pot('promise', 0n);
export const promiseOutside = pot('promise', null);

/** The pots of a budget that is promised and paid out of: a scheme's, a subsidy's, a policy's. */
export const budgetPots = (owner: string) => ({ budget: promiseOutside(owner, 'budget'), free: promise(owner, 'free'), promised: promise(owner, 'promised'), paid: promise(owner, 'paid'), purse: moneyOutside(owner, 'purse') });

export const keyOf = ({ owner, part }: Pick<Pot, 'owner' | 'part'>): string => `${owner} ${part}`;

/** Fen as yuan, for words. */
export const inYuan = (fen: bigint | number): string => (Number(fen) / 100).toLocaleString('en', { maximumFractionDigits: 2 });

/** A pot as it stands: what is in it and what it never falls below. */
export interface Held {
  readonly balance: bigint;
  readonly floor: bigint | null;
}

/**
 * The balances after postings, one after the other; a refusal where one would take more than there is.
 * @throws RangeError for a posting that moves nothing, or between two books
 */
export function balancesAfter(held: ReadonlyMap<string, Held>, postings: readonly Posting[]): ReadonlyMap<string, bigint> | Refusal {
  const balances = new Map([...held].map(([key, { balance }]) => [key, balance]));
  for (const { from, to, amount, least, short } of postings) {
    if (amount <= 0n || from.book !== to.book || keyOf(from) === keyOf(to)) throw new RangeError(`${amount} fen can't go from ${keyOf(from)} to ${keyOf(to)}`);
    const before = balances.get(keyOf(from))!;
    const floor = held.get(keyOf(from))!.floor;
    const kept = least !== undefined && (floor === null || least > floor) ? least : floor;
    if (kept !== null && before - amount < kept) {
      const left = before > kept ? before - kept : 0n;
      return refuse(short?.type ?? tooLittle, { pot: from.part, ...short?.facts, left: inYuan(left), amount: inYuan(amount) });
    }
    balances.set(keyOf(from), before - amount);
    balances.set(keyOf(to), balances.get(keyOf(to))! + amount);
  }
  return balances;
}
