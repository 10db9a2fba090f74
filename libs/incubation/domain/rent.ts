import { daysAfter, monthsAfter } from '#kernel';

export interface LeaseTerms {
  readonly from: string;
  readonly to: string;
  /** Fen a month. */
  readonly rent: bigint;
  /** Percent that is subsidised, until `subsidyTo` (to the end where that is null). */
  readonly subsidy: number;
  readonly subsidyTo: string | null;
}

/** One month of a lease: its rent, what of it is subsidised, and what the firm owes, in fen. */
export interface RentMonth {
  readonly from: string;
  readonly to: string;
  readonly rent: number;
  readonly subsidised: number;
  readonly owed: number;
}

const DAY = 86_400_000;
const days = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1;

/**
 * The months of a lease that have begun by `today`; rent is owed ahead, on each month's first day. A last month that is
 * cut short is charged by its days, and the subsidy by the days on which it holds; fen are rounded down for the firm.
 */
export function rentMonths({ from, to, rent, subsidy, subsidyTo }: LeaseTerms, today: string): RentMonth[] {
  const months: RentMonth[] = [];
  for (let n = 0, first = from; first <= to && first <= today; first = monthsAfter(from, ++n)) {
    const whole = daysAfter(monthsAfter(from, n + 1), -1);
    const last = whole < to ? whole : to;
    const length = days(first, whole);
    const charged = Math.floor((Number(rent) * days(first, last)) / length);
    const helped = subsidyTo === null || subsidyTo >= last ? last : subsidyTo;
    const subsidised = helped < first ? 0 : Math.floor((Number(rent) * days(first, helped) * subsidy) / (length * 100));
    months.push({ from: first, to: last, rent: charged, subsidised, owed: charged - subsidised });
  }
  return months;
}
