import type { View } from './view.js';

/** A column: what it shows, and the plain value that it is sorted, filtered and exported by. */
export interface Column<R> {
  readonly key: string;
  readonly title: string;
  readonly value: (row: R) => string | number | boolean | null;
  readonly show?: (row: R) => React.ReactNode;
  /** A grid track, such as `120px` or `minmax(200px, 2fr)`. */
  readonly width: string;
  readonly number?: boolean;
  /** Offered as a filter: the values that occur, by the names they are shown under. */
  readonly filter?: (value: string) => string;
}

/** The rows that a view shows, in its order. Words are found wherever they stand, Chinese ones too; all of them must occur. */
export function rowsOf<R>(rows: readonly R[], columns: readonly Column<R>[], { q, sort, down, filters }: View): readonly R[] {
  const wanted = q.toLowerCase().split(/\s+/).filter(Boolean);
  const filtered = Object.entries(filters).flatMap(([key, value]) => columns.filter((column) => column.key === key).map((column) => [column, value] as const));
  const found = rows.filter((row) => {
    if (filtered.some(([column, value]) => String(column.value(row) ?? '') !== value)) return false;
    if (wanted.length === 0) return true;
    const text = columns.map((column) => String(column.value(row) ?? '')).join('\n').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  const by = columns.find(({ key }) => key === sort);
  if (!by) return found;
  const collator = new Intl.Collator('zh', { numeric: true });
  const compare = (a: R, b: R): number => {
    const [x, y] = [by.value(a), by.value(b)];
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y));
    return down ? -order : order;
  };
  return [...found].sort(compare);
}

/** The rows as a spreadsheet reads them; a value that begins like a formula is kept from being one. */
export function csvOf<R>(rows: readonly R[], columns: readonly Column<R>[]): string {
  const cell = (value: string | number | boolean | null) => {
    const text = String(value ?? '');
    const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\uFEFF${[columns.map(({ title }) => cell(title)), ...rows.map((row) => columns.map((column) => cell(column.value(row))))].map((line) => line.join(',')).join('\r\n')}\r\n`;
}

/** The rows as those of a sheet, under the columns' titles. */
export const sheetOf = <R>(rows: readonly R[], columns: readonly Column<R>[]) => [columns.map(({ title }) => title), ...rows.map((row) => columns.map((column) => column.value(row)))];
