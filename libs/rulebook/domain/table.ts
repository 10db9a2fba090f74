import { isRefusal, refuse, refusalType, type ColumnWords, type Refusal, type TableBody } from '#kernel';
import { noSuchClause, otherKindOfThreshold } from './clauses.js';
import type { Line, Revision } from './line.js';

export const lastRow = refusalType('rule:last-row', 'unmet', '“{row}”是这里的最后一行，不能删去。', '"{row}" is the last row here and has to stay.');
export const keyTaken = refusalType('rule:row-key', 'conflict', '代码“{key}”已被使用或不合格式（字母、数字与连字符）。', 'The key "{key}" is taken, or is not letters, digits and hyphens.');

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const nameOf = (row: unknown, n: number): string => (isNode(row) && typeof row['key'] === 'string' ? row['key'] : String(n));
const columnOf = (columns: TableBody['columns'], name: string): ColumnWords | undefined => columns.find((column) => column.name === name);
const wordsOf = (row: unknown, otherwise: { zh: string; en: string }) => (isNode(row) && typeof row['zh'] === 'string' && typeof row['en'] === 'string' ? { zh: row['zh'], en: row['en'] } : otherwise);

/** A table as lines in reading order: a row that has a name, then its figures. */
export function linesOfTable(body: TableBody): Line[] {
  const heading = { clause: null, atLeast: null, of: null } as const;
  // A stored table has lost the order of its fields.
  const inOrder = (node: Node) => {
    const place = (name: string) => (body.columns.findIndex((column) => column.name === name) + 1 || body.columns.length + 1);
    return Object.entries(node).sort(([a], [b]) => place(a) - place(b));
  };
  const within = (node: Node, at: string, depth: number, unit: string | undefined): Line[] =>
    inOrder(node).flatMap(([name, value]): Line[] => {
      const place = at === '' ? name : `${at}.${name}`;
      const column = columnOf(body.columns, name);
      if (name === 'columns') return [];
      if (Array.isArray(value)) return value.flatMap((row, n) => ofRow(row, `${place}.${nameOf(row, n)}`, depth, unit, column, n));
      if (isNode(value)) return within(value, place, depth, unit);
      return column === undefined ? [] : figure(name, value, place, depth, column, column.measured ? unit : column.unit);
    });
  const figure = (name: string, value: unknown, at: string, depth: number, { zh, en }: ColumnWords, unit: string | undefined): Line[] =>
    typeof value !== 'number' && typeof value !== 'string' ? [] : [{ ...heading, at, depth, zh, en, clause: { metric: name, comparison: 'is', threshold: value, ...(unit !== undefined && unit !== '' && { unit }) }, row: null }];
  const ofRow = (row: unknown, at: string, depth: number, unit: string | undefined, column: ColumnWords | undefined, n: number): Line[] => {
    const counted = { zh: `${column?.zh ?? ''} ${n + 1}`.trim(), en: `${column?.en ?? ''} ${n + 1}`.trim() };
    if (!isNode(row)) return column === undefined ? [] : figure('', row, at, depth, { ...column, ...counted }, column.measured ? unit : column.unit);
    const own = typeof row['unit'] === 'string' ? row['unit'] : unit;
    return [{ ...heading, at, depth, ...wordsOf(row, counted), row: typeof row['key'] === 'string' ? 'named' : 'counted' }, ...within(row, at, depth + 1, own)];
  };
  return [{ ...heading, at: 'root', depth: 0, zh: body.zh, en: body.en, row: null }, ...within(body as unknown as Node, '', 1, undefined)];
}

const KEY = /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/;

/** The rows with one of them copied or taken away. */
function rowsWith(rows: readonly unknown[], n: number, { copy, remove }: Revision): readonly unknown[] | Refusal {
  const row = rows[n]!;
  if (remove) return rows.length === 1 ? refuse(lastRow, { row: nameOf(row, n) }) : rows.filter((_, i) => i !== n);
  if (!isNode(row) || copy === undefined) return rows;
  if (!('key' in row)) return rows.toSpliced(n + 1, 0, row);
  if (!KEY.test(copy) || rows.some((one, i) => nameOf(one, i) === copy)) return refuse(keyTaken, { key: copy });
  return rows.toSpliced(n + 1, 0, { ...row, key: copy });
}

function worded(node: Node, { zh, en }: Revision): Node {
  return 'zh' in node ? { ...node, ...(zh !== undefined && { zh }), ...(en !== undefined && { en }) } : node;
}

function revise(value: unknown, steps: readonly string[], columns: TableBody['columns'], revision: Revision, column?: ColumnWords): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return isNode(value) ? worded(value, revision) : value;
  if (Array.isArray(value)) {
    const rows = value as readonly unknown[];
    const n = rows.findIndex((row, i) => nameOf(row, i) === step);
    if (n < 0) return refuse(noSuchClause, { at: revision.at });
    if (rest.length === 0 && (revision.remove || revision.copy !== undefined)) return rowsWith(rows, n, revision);
    const inner = isNode(rows[n]) ? revise(rows[n], rest, columns, revision) : changedFigure(rows[n], column, revision);
    return isRefusal(inner) ? inner : rows.with(n, inner);
  }
  const own = isNode(value) && step !== 'columns' && Object.hasOwn(value, step) ? value[step] : undefined;
  if (own === undefined) return refuse(noSuchClause, { at: revision.at });
  if (rest.length > 0 || typeof own === 'object') {
    const inner = revise(own, rest, columns, revision, columnOf(columns, step));
    return isRefusal(inner) ? inner : { ...(value as Node), [step]: inner };
  }
  const leaf = changedFigure(own, columnOf(columns, step), revision);
  return isRefusal(leaf) ? leaf : { ...(value as Node), [step]: leaf };
}

function changedFigure(own: unknown, column: ColumnWords | undefined, { at, threshold = own as number | string }: Revision): unknown {
  if (column === undefined) return refuse(noSuchClause, { at });
  return typeof threshold === typeof own ? threshold : refuse(otherKindOfThreshold, { clause: column.zh, kind: typeof own === 'number' ? '数字（a number）' : '文字（a text）' });
}

/** A table with some of its places changed. */
export function revisedTable(body: TableBody, revisions: readonly Revision[]): TableBody | Refusal {
  let now: TableBody = body;
  for (const revision of revisions) {
    const next = revise(now, revision.at === 'root' ? [] : revision.at.split('.'), now.columns, revision);
    if (isRefusal(next)) return next as Refusal;
    now = next as TableBody;
  }
  return now;
}
