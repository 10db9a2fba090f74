/** A quarter of a year, such as 2027-Q3. */
export const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

export function quartersAfter(quarter: string, count: number): string {
  const months = Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1 + count;
  return `${Math.floor(months / 4)}-Q${(((months % 4) + 4) % 4) + 1}`;
}

/** The last day of a quarter, YYYY-MM-DD. */
export function lastDayOf(quarter: string): string {
  const month = Number(quarter.slice(6)) * 3;
  return new Date(Date.UTC(Number(quarter.slice(0, 4)), month, 0)).toISOString().slice(0, 10);
}

/** A day some days later. */
export const daysAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Days from one day to a later one. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
