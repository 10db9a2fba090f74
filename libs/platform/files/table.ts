import { boundWorkbook } from './workbook-bounds.js';

/** A table as it leaves the service or comes in. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export type Cell = string | number | boolean | null;

export const FORMATS = ['xlsx', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

export const MEDIA: Readonly<Record<Format, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** A table as a file. In CSV a text that a spreadsheet would run as a formula is made plain; an XLSX cell says itself that it is a text. */
export async function tableFile(table: Table, format: Format): Promise<Buffer> {
  if (format === 'xlsx') return workbook([table]);
  const { stringify } = await import('csv-stringify/sync');
  // The mark before it tells spreadsheets that it is UTF-8.
  return Buffer.from(`\uFEFF${stringify([[...table.columns], ...table.rows.map((row) => [...row])], { escape_formulas: true, cast: { boolean: String } })}`);
}

/** Tables as the sheets of one workbook. */
export async function workbook(tables: readonly Table[]): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const sheets = tables.map(({ name, columns, rows }) => ({
    sheet: name,
    columns: columns.map((column) => ({ width: Math.min(60, Math.max(8, 2 * column.length)) })),
    stickyRowsCount: 1,
    data: [columns.map((value) => ({ value, fontWeight: 'bold' as const })), ...rows.map((row) => row.map((value) => ({ value: typeof value === 'string' ? written(value.slice(0, 32_000)) : value })))],
  }));
  return writeXlsxFile(sheets as never).toBuffer();
}

/** The library looks texts up in a plain object, and makes a file that can't be opened of one that every object has; a space tells them apart. */
const written = (text: string): string => (text in {} ? `${text} ` : text);

/** Rows of a file that people filled in, each by its headings. */
export interface Filled {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

const MOST_LINES = 60_000;

/**
 * The lines of a spreadsheet, XLSX or CSV, with their cells as texts by heading; empty lines are left out.
 *
 * @param sheet which sheet of a workbook; the first where it is left out
 * @throws Error that says what can't be read
 */
export async function readTable(content: Uint8Array, sheet?: string): Promise<{ columns: string[]; lines: Filled[] }> {
  const [head, ...rows] = isZip(content) ? await readXlsx(content, sheet) : await readCsv(content);
  if (rows.length > MOST_LINES) throw new Error(`超过 ${MOST_LINES} 行 / more than ${MOST_LINES} lines`);
  const columns = (head ?? []).map((cell) => cell.toLowerCase());
  const lines = rows.map((row, n) => ({ line: n + 2, cells: Object.fromEntries(columns.map((column, i) => [column, row[i] ?? ''])) })).filter(({ cells }) => Object.values(cells).some((cell) => cell !== ''));
  return { columns, lines };
}

const isZip = (content: Uint8Array): boolean => content[0] === 0x50 && content[1] === 0x4b;

async function readXlsx(content: Uint8Array, sheet?: string): Promise<string[][]> {
  boundWorkbook(content, MOST_LINES);
  const { readSheet } = await import('read-excel-file/node');
  const rows = await (sheet === undefined ? readSheet(Buffer.from(content)) : readSheet(Buffer.from(content), sheet));
  return (rows as unknown[][]).map((row) => row.map(textOf));
}

async function readCsv(content: Uint8Array): Promise<string[][]> {
  const { parse } = await import('csv-parse/sync');
  return (parse(Buffer.from(content), { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true }) as string[][]).map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@])/, '').trim()));
}

const textOf = (cell: unknown): string => (cell === null || cell === undefined ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell as string | number | boolean).trim());
