import { workbook, type Table } from '#platform';

export const SHEETS = { call: '赛事', entries: '项目', judges: '评委', marks: '评分' } as const;

const CALL: Table = {
  name: SHEETS.call,
  columns: ['项', '值'],
  rows: [
    ['赛事名称', '示例创新创业大赛'], ['届次', 1], ['组别', '初创组'], ['轮次', '决赛'],
    ['计分', 'trimmed-mean'], ['小数位', 2], ['各去掉', 1], ['满几份才去', 5], ['入围', 10], ['获奖', 3],
  ],
};
const ENTRIES: Table = { name: SHEETS.entries, columns: ['编号', '项目', '单位', '领域', '公布得分', '公布名次'], rows: [['A01', '示例项目一', '示例单位', '新材料', 88.5, 1], ['A02', '示例项目二', null, '智能制造', 80.2, 2]] };
const JUDGES: Table = { name: SHEETS.judges, columns: ['编号', '姓名', '单位'], rows: [['P1', '示例评委甲', '示例大学'], ['P2', '示例评委乙', null]] };
const MARKS: Table = { name: SHEETS.marks, columns: ['项目', '评委', '创新性 ×6', '市场前景 ×4'], rows: [['A01', 'P1', 9, 8.5], ['A01', 'P2', 8.5, 9], ['A02', 'P1', 8, 8], ['A02', 'P2', 8.5, 7.5]] };

/** The workbook that an edition scored on paper, or by another system, is filled into. */
export const editionTemplate = (): Promise<Buffer> => workbook([CALL, ENTRIES, JUDGES, MARKS]);
