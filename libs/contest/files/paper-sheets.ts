import type { Filled, Table } from '#platform';
import type { Criterion } from '../domain/round-plan.js';
import type { MarkGiven } from '../domain/marks.js';

/** A score sheet as it is filled in without the service. */
export interface PaperSheet {
  readonly sheet: string;
  readonly title: string;
  readonly judge: string | null;
  readonly marks: ReadonlyMap<string, { readonly mark: number; readonly comment: string | null }>;
  readonly comment: string | null;
}

const SHEET = '评分表编号';
const TITLE = '项目';
const JUDGE = '评委';
const COMMENT = '总评';
const markColumn = ({ name, key, min, max, step }: Criterion) => `${name} [${key}] ${min}–${max} / ${step}`;
const commentColumn = ({ key }: Criterion) => `意见 [${key}]`;

/** Score sheets as one table: a line a sheet, a column for each mark and for the comment to it. */
export const paperSheets = (rubric: readonly Criterion[], sheets: readonly PaperSheet[]): Table => ({
  name: '评分表',
  columns: [SHEET, TITLE, JUDGE, ...rubric.flatMap((criterion) => [markColumn(criterion), commentColumn(criterion)]), COMMENT],
  rows: sheets.map(({ sheet, title, judge, marks, comment }) => [sheet, title, judge, ...rubric.flatMap(({ key }) => [marks.get(key)?.mark ?? null, marks.get(key)?.comment ?? null]), comment]),
});

/** What a line says of a sheet: nothing where no mark is filled in yet. */
export interface FilledSheet {
  readonly line: number;
  readonly sheet: string;
  readonly marks: MarkGiven[];
  readonly comment: string;
}

/** The sheets that are filled in, wholly or in part. @throws Error where a column is missing or a mark is no number */
export function readPaperSheets(rubric: readonly Criterion[], columns: readonly string[], lines: readonly Filled[]): FilledSheet[] {
  // By its key, whatever someone did to the words around it.
  const column = (kind: RegExp, key: string) => columns.find((one) => kind.test(one) && one.includes(`[${key.toLowerCase()}]`));
  const missing = rubric.find(({ key }) => column(/^(?!意见)/, key) === undefined);
  if (!columns.includes(SHEET) || missing) throw new Error(`缺少列 / missing column: ${missing ? markColumn(missing) : SHEET}`);
  return lines.flatMap(({ line, cells }): FilledSheet[] => {
    const marks = rubric.flatMap(({ key }): MarkGiven[] => {
      const [mark, comment] = [cells[column(/^(?!意见)/, key)!] ?? '', cells[column(/^意见/, key) ?? ''] ?? ''];
      return mark === '' ? [] : [{ criterion: key, mark: Number(mark.replace(',', '.')), ...(comment !== '' && { comment }) }];
    });
    const wrong = marks.find(({ mark }) => !Number.isFinite(mark));
    if (wrong) throw new Error(`第 ${line} 行 / line ${line}: ${wrong.criterion}`);
    return marks.length === 0 ? [] : [{ line, sheet: cells[SHEET]!, marks, comment: cells[COMMENT] ?? '' }];
  });
}
