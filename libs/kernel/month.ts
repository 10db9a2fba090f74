/** A day some months later; where that month is too short, its last day. */
export function monthsAfter(day: string, months: number): string {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(at / 12), (at % 12) + 1];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(Math.min(Number(day.slice(8)), last)).padStart(2, '0')}`;
}

/** Months from one day to a later one, a begun month counted whole; 0 where it is not later. */
export function monthsBetween(from: string, until: string): number {
  if (until <= from) return 0;
  const whole = (Number(until.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(until.slice(5, 7)) - Number(from.slice(5, 7));
  return monthsAfter(from, whole) < until ? whole + 1 : whole;
}
