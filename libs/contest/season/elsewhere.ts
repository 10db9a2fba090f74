import { workbook } from '#platform';
import { SHEETS } from './edition-template.js';

/** A contest that ran in another program, as its export tells it. */
export interface Elsewhere {
  readonly entries: readonly { readonly key: string; readonly title: string; readonly organisation: string | null; readonly field: string | null; readonly accepted: boolean }[];
  readonly judges: readonly { readonly key: string; readonly name: string }[];
  readonly criteria: readonly { readonly name: string; readonly weight: number }[];
  readonly sheets: readonly { readonly entry: string; readonly judge: string; readonly marks: readonly number[] }[];
  /** What of the export has no place here, and why. */
  readonly leftOut: readonly string[];
}

/** What an export does not say of the edition that it becomes. */
export interface Named {
  readonly contest: string;
  readonly edition: number;
  readonly group: string;
  readonly round: string;
}

/** A review before it is known which criteria all reviews have. */
export interface Reviewed {
  readonly entry: string;
  readonly judge: string;
  readonly marks: Readonly<Record<string, number | undefined>>;
}

/** The reviews as sheets over the criteria that every one of them marks; the others are left out by name. */
export function overCommonCriteria(reviews: readonly Reviewed[], criteria: Elsewhere['criteria']): Pick<Elsewhere, 'criteria' | 'sheets' | 'leftOut'> {
  const common = criteria.filter(({ name }) => reviews.every(({ marks }) => Number.isFinite(marks[name])));
  return {
    criteria: common,
    sheets: reviews.map(({ entry, judge, marks }) => ({ entry, judge, marks: common.map(({ name }) => marks[name]!) })),
    leftOut: criteria.filter((one) => !common.includes(one)).map(({ name }) => `${name}: not every review has a number for it`),
  };
}

/** The workbook of `POST /editions/import`, filled from elsewhere: the office looks through it, corrects it, and sends it in. */
export function editionOf({ entries, judges, criteria, sheets }: Elsewhere, { contest, edition, group, round }: Named): Promise<Buffer> {
  const won = Math.max(1, entries.filter(({ accepted }) => accepted).length);
  return workbook([
    { name: SHEETS.call, columns: ['项', '值'], rows: [['赛事名称', contest], ['届次', edition], ['组别', group], ['轮次', round], ['计分', 'mean'], ['小数位', 2], ['各去掉', 0], ['满几份才去', 1], ['入围', won], ['获奖', won]] },
    { name: SHEETS.entries, columns: ['编号', '项目', '单位', '领域', '公布得分', '公布名次'], rows: entries.map(({ key, title, organisation, field }) => [key, title, organisation, field, null, null]) },
    { name: SHEETS.judges, columns: ['编号', '姓名', '单位'], rows: judges.map(({ key, name }) => [key, name, null]) },
    { name: SHEETS.marks, columns: ['项目', '评委', ...criteria.map(({ name, weight }) => `${name} ×${weight}`)], rows: sheets.map(({ entry, judge, marks }) => [entry, judge, ...marks]) },
  ]);
}
