/** Rates are rounded far below what any rule asks for, so that 105 after 100 is 5 %, whatever binary fractions say. */
const exact = (rate: number): number => Math.round(rate * 1e9) / 1e9;

/**
 * Growth in percent as the work guide of the high-tech measure counts it: the mean of two yearly ratios, less one. A first year of
 * nothing leaves the last two years; a second year of nothing counts as no growth; where there are but two years, their ratio.
 * Undefined where even that is not known.
 */
export function meanGrowth(first: number | undefined, second: number | undefined, third: number | undefined): number | undefined {
  if (second === undefined || third === undefined) return undefined;
  if (second <= 0) return 0;
  if (first === undefined || first <= 0) return exact((third / second - 1) * 100);
  return exact(((second / first + third / second) / 2 - 1) * 100);
}

/** Growth on the year before, in percent; undefined where there is no base. */
export const yearGrowth = (before: number | undefined, now: number | undefined): number | undefined => (before === undefined || now === undefined || before <= 0 ? undefined : exact((now / before - 1) * 100));

/** Compound growth a year over two years, in percent. */
export const compoundGrowth = (first: number | undefined, third: number | undefined): number | undefined => (first === undefined || third === undefined || first <= 0 ? undefined : exact((Math.sqrt(third / first) - 1) * 100));

/** A share in percent; undefined where one side is not known, or there is nothing to share. */
export const percentOf = (part: number | undefined, whole: number | undefined): number | undefined => (part === undefined || whole === undefined || whole <= 0 ? undefined : (100 * part) / whole);
