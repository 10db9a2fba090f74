import { Readable } from 'node:stream';
import { boundWorkbook } from './workbook-bounds.js';

/** A table as it leaves the service or comes in. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** A table whose rows are read while it is sent. */
export interface LongTable extends Omit<Table, 'rows'> {
  readonly rows: AsyncIterable<Row>;
}

type Row = readonly Cell[];

export type Cell = string | number | boolean | null;

export const FORMATS = ['xlsx', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

export const MEDIA: Readonly<Record<Format, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

const PIECE = 1000;

/**
 * A table as a file, made while it is sent.
 * In CSV a text that a spreadsheet would run as a formula is made plain; an XLSX cell says itself that it is a text.
 */
export async function tableFile(table: Table | LongTable, format: Format): Promise<Readable> {
  if (format === 'csv') return Readable.from(csvPieces(table, (await import('csv-stringify/sync')).stringify));
  const { writeXlsxStream } = await import('hucre/xlsx');
  const columns = table.columns.map((header) => ({ header, width: widthOf(header) }));
  return Readable.from(writeXlsxStream(sheetRows(table), { name: table.name, columns, freezePane: { rows: 1 } }));
}

async function* csvPieces({ columns, rows }: Table | LongTable, stringify: typeof import('csv-stringify/sync').stringify): AsyncIterable<string> {
  // The mark before it tells spreadsheets that it is UTF-8.
  yield '\uFEFF';
  let piece: Row[] = [columns];
  const written = () => stringify(piece, { escape_formulas: true, cast: { boolean: String } });
  for await (const row of rows) {
    if (piece.push(row) < PIECE) continue;
    yield written();
    piece = [];
  }
  yield written();
}

/** A file does not say when it was made: of the same tables it is the same. */
const WHENEVER = new Date('1980-01-01T00:00:00Z');

/** Small tables as the sheets of one workbook. */
export async function workbook(tables: readonly Table[]): Promise<Buffer> {
  const { writeXlsx } = await import('hucre/xlsx');
  const sheets = tables.map((table) => ({
    name: table.name,
    columns: table.columns.map((header) => ({ width: widthOf(header) })),
    rows: [[...table.columns], ...table.rows.map(cellsOf)],
    cells: new Map(table.columns.map((_, column) => [`0,${column}`, { style: { font: { bold: true } } }])),
    freezePane: { rows: 1 },
  }));
  return Buffer.from(await writeXlsx({ sheets, properties: { modified: WHENEVER } }));
}

const widthOf = (heading: string): number => Math.min(60, Math.max(8, 2 * heading.length));

/** A cell of a spreadsheet holds 32,767 characters. */
const cellsOf = (row: Row): Cell[] => row.map((value) => (typeof value === 'string' ? value.slice(0, 32_000) : value));

async function* sheetRows({ rows }: Table | LongTable): AsyncIterable<Cell[]> {
  for await (const row of rows) yield cellsOf(row);
}

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
