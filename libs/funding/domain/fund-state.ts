import { hundredths } from '#kernel';

/** A day on which a holding's cost or worth changed. Fen. */
interface HoldingMove {
  readonly on: string;
  /** What was paid for it (above zero) or the cost of what was given up (below). */
  readonly cost: number;
}

export interface HoldingSeen {
  readonly moves: readonly HoldingMove[];
  readonly valuations: readonly { readonly on: string; readonly value: number }[];
}

/**
 * What a holding is worth on a day: the latest valuation, less the part of it that was given up since, with what was paid
 * since at cost; at cost where it was never valued. Of things of one day, a valuation comes last.
 */
export function worthOn({ moves, valuations }: HoldingSeen, day: string): number {
  const costOn = (until: string) => moves.filter(({ on }) => on <= until).reduce((sum, { cost }) => sum + cost, 0);
  const last = [...valuations].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).filter(({ on }) => on <= day).at(-1);
  if (!last) return costOn(day);
  let [cost, worth] = [costOn(last.on), last.value];
  for (const move of moves.filter(({ on }) => on > last.on && on <= day).sort((a, b) => (a.on < b.on ? -1 : 1))) {
    worth = move.cost >= 0 || cost === 0 ? worth + move.cost : Math.round(worth * (1 + move.cost / cost));
    cost += move.cost;
  }
  return Math.max(0, worth);
}

export interface FundMoney {
  readonly pledged: number;
  readonly paidIn: number;
  readonly returned: number;
  readonly cash: number;
  readonly proceeds: number;
  /** All that was ever paid to firms, and ever came back from them. */
  readonly paidOut: number;
  readonly cameBack: number;
  readonly worth: number;
}

const multiple = (part: number, of: number): number | null => (of === 0 ? null : hundredths(part / of));

/**
 * A fund's multiples as contributors count them (ILPA's terms): over what was paid in, what was distributed (DPI), what is
 * left (RVPI), both (TVPI); and over what was invested, what came back and is held (MOIC). Null before there is a base.
 */
export const multiples = ({ paidIn, returned, cash, proceeds, paidOut, cameBack, worth }: FundMoney) => ({
  netAssets: worth + cash + proceeds,
  dpi: multiple(returned, paidIn),
  rvpi: multiple(worth + cash + proceeds, paidIn),
  tvpi: multiple(returned + worth + cash + proceeds, paidIn),
  moic: multiple(cameBack + worth, paidOut),
});
