import { readTable, workbook } from '#platform';
import type { JudgeLine } from '../commands/import-judges.js';

/** The columns of the spreadsheet, by the headings that people write. */
const HEADINGS: Readonly<Record<string, string>> = {
  姓名: 'name', name: 'name',
  邮箱: 'email', 电子邮箱: 'email', email: 'email', 'e-mail': 'email',
  单位: 'organisation', 工作单位: 'organisation', organisation: 'organisation', organization: 'organisation',
  统一社会信用代码: 'creditCode', 'credit code': 'creditCode',
  专业领域: 'fields', 领域: 'fields', fields: 'fields',
  专长: 'expertise', 专长说明: 'expertise', expertise: 'expertise',
  上限: 'maxEntries', 评审上限: 'maxEntries', limit: 'maxEntries',
};

/** The judges of a spreadsheet, XLSX or CSV, line by line. @throws Error that says what can't be read */
export async function readJudgesSheet(content: Uint8Array): Promise<JudgeLine[]> {
  const { columns, lines } = await readTable(content);
  const headings = new Map(columns.map((column) => [HEADINGS[column], column]));
  for (const needed of ['name', 'email', 'fields']) if (!headings.has(needed)) throw new Error(`缺少列 / missing column: ${needed}`);
  return lines.map(({ line, cells }): JudgeLine => {
    const cell = (column: string): string => cells[headings.get(column) ?? ''] ?? '';
    const optional = (column: string) => (cell(column) !== '' ? { [column]: cell(column) } : {});
    const limit = cell('maxEntries') !== '' ? { maxEntries: Number(cell('maxEntries')) } : {};
    const fields = cell('fields').split(/[、,，;；/]/).map((field) => field.trim()).filter((field) => field !== '');
    return { line, judge: { name: cell('name'), email: cell('email'), fields, ...optional('organisation'), ...optional('creditCode'), ...optional('expertise'), ...limit } };
  });
}

/** An empty spreadsheet with the headings and one example. */
export const judgesTemplate = (): Promise<Buffer> =>
  workbook([{ name: '评委', columns: ['姓名', '邮箱', '单位', '统一社会信用代码', '专业领域', '专长说明', '上限'], rows: [['示例评委', 'judge@example.org', '示例大学', '91350100M000100Y43', '新材料、智能制造', '高分子材料改性与成型', 20]] }]);
