import { PANEL_METHODS, type PanelMethod } from '#judging';
import { readTable, type Filled } from '#platform';
import { SHEETS } from './edition-template.js';

/** A whole edition of one call, scored elsewhere. */
export interface ScoredEdition {
  readonly contest: string;
  readonly edition: number;
  readonly group: string;
  readonly round: string;
  readonly scoring: PanelMethod;
  readonly places: number;
  readonly drop: number;
  readonly dropFrom: number;
  readonly shortlist: number;
  readonly awards: number;
  readonly criteria: readonly { readonly key: string; readonly name: string; readonly weight: number }[];
  readonly entries: readonly { readonly key: string; readonly title: string; readonly organisation: string | null; readonly field: string | null; readonly score: string | null; readonly rank: number | null }[];
  readonly judges: readonly { readonly key: string; readonly name: string; readonly organisation: string | null }[];
  readonly sheets: readonly { readonly entry: string; readonly judge: string; readonly marks: readonly number[] }[];
}

export interface EditionMistake {
  readonly sheet: string;
  readonly line: number;
  readonly problem: string;
}

/** The edition in a workbook, or all that is wrong with it. @throws Error where it is no workbook or a sheet is missing */
export async function readEdition(content: Uint8Array): Promise<ScoredEdition | EditionMistake[]> {
  const [call, entries, judges, marks] = await Promise.all(Object.values(SHEETS).map((sheet) => readTable(content, sheet)));
  const mistakes: EditionMistake[] = [];
  const wrong = (sheet: string, line: number, problem: string) => void mistakes.push({ sheet, line, problem });
  const said = new Map(call!.lines.map(({ cells }) => [cells['项'] ?? '', cells['值'] ?? '']));
  const text = (name: string) => said.get(name) || (wrong(SHEETS.call, 0, `缺少 / missing: ${name}`), '');
  const whole = (name: string) => {
    const value = Number(text(name));
    if (!Number.isInteger(value) || value < 0) wrong(SHEETS.call, 0, `应为整数 / not a whole number: ${name}`);
    return value;
  };
  const scoring = text('计分');
  if (!(PANEL_METHODS as readonly string[]).includes(scoring)) wrong(SHEETS.call, 0, `计分 / scoring: ${PANEL_METHODS.join(', ')}`);
  const criteria = marks!.columns.slice(2).map((column, n) => criterionIn(column, n) ?? (wrong(SHEETS.marks, 1, `评分项应写作“名称 ×权重” / write "name ×weight": ${column}`), { key: `c${n}`, name: column, weight: 1 }));
  const entryLines = keyed(entries!.lines, SHEETS.entries, wrong);
  const judgeLines = keyed(judges!.lines, SHEETS.judges, wrong);
  const number = (sheet: string, line: number, value: string) => {
    if (value === '') return null;
    if (!Number.isFinite(Number(value))) wrong(sheet, line, `不是数字 / no number: ${value}`);
    return value;
  };
  const pairs = new Set<string>();
  const sheets = marks!.lines.map(({ line, cells }) => {
    const [entry, judge] = [cells['项目'] ?? '', cells['评委'] ?? ''];
    if (!entryLines.has(entry)) wrong(SHEETS.marks, line, `没有项目 / no entry: ${entry}`);
    if (!judgeLines.has(judge)) wrong(SHEETS.marks, line, `没有评委 / no judge: ${judge}`);
    if (pairs.size === pairs.add(`${entry} ${judge}`).size) wrong(SHEETS.marks, line, `重复 / twice: ${entry}, ${judge}`);
    return { entry, judge, marks: marks!.columns.slice(2).map((column) => Number(number(SHEETS.marks, line, cells[column] ?? '') ?? (wrong(SHEETS.marks, line, `缺少评分 / no mark: ${column}`), 0))) };
  });
  const edition: ScoredEdition = {
    ...{ contest: text('赛事名称'), edition: whole('届次'), group: text('组别'), round: text('轮次'), scoring: scoring as PanelMethod, places: whole('小数位') },
    ...{ drop: whole('各去掉'), dropFrom: Math.max(1, whole('满几份才去')), shortlist: whole('入围'), awards: whole('获奖'), criteria, sheets },
    entries: [...entryLines].map(([key, { line, cells }]) => ({ key, title: cells['项目'] ?? '', organisation: cells['单位'] || null, field: cells['领域'] || null, score: number(SHEETS.entries, line, cells['公布得分'] ?? ''), rank: cells['公布名次'] ? Number(number(SHEETS.entries, line, cells['公布名次'])) : null })),
    judges: [...judgeLines].map(([key, { cells }]) => ({ key, name: cells['姓名'] ?? '', organisation: cells['单位'] || null })),
  };
  if (sheets.length === 0) wrong(SHEETS.marks, 0, '没有评分 / no marks');
  return mistakes.length > 0 ? mistakes : edition;
}

/** A criterion from its heading: its name and, after ×, what its marks count. */
function criterionIn(column: string, n: number): { key: string; name: string; weight: number } | null {
  const found = /^(.+?)\s*[×x*]\s*(\d+(?:\.\d+)?)$/i.exec(column);
  return found ? { key: `c${n + 1}`, name: found[1]!, weight: Number(found[2]) } : null;
}

function keyed(lines: readonly Filled[], sheet: string, wrong: (sheet: string, line: number, problem: string) => void): Map<string, Filled> {
  const known = new Map<string, Filled>();
  for (const filled of lines) {
    const key = filled.cells['编号'] ?? '';
    if (key === '' || known.has(key)) wrong(sheet, filled.line, key === '' ? '缺少编号 / no number' : `编号重复 / twice: ${key}`);
    known.set(key, filled);
  }
  return known;
}
