import { eventType, refusalType, stateMachine } from '#kernel';
import { REGISTERS } from './firm.js';

export const IMPORTS = ['firms', 'certificates', ...REGISTERS] as const;
export type ImportKind = (typeof IMPORTS)[number];

export const firmImportMachine = stateMachine({
  name: 'firm-import',
  initial: 'previewed',
  states: { previewed: 'was read and looked at; nothing is taken over', applied: 'was taken over, as a whole', undone: 'was taken back, as a whole', dropped: 'was put away' },
  transitions: { apply: { from: ['previewed'], to: 'applied' }, undo: { from: ['applied'], to: 'undone' }, drop: { from: ['previewed'], to: 'dropped' } },
});

export const firmImportPreviewed = eventType<{ register: string; lines: number; faults: number }>('firm-import:previewed', 'When a spreadsheet of firms or of a register was read.');
export const firmImportApplied = eventType<{ register: string; lines: number }>('firm-import:applied', 'When a spreadsheet of firms or of a register is taken over.');
export const firmImportUndone = eventType<{ register: string; lines: number }>('firm-import:undone', 'When what a spreadsheet brought is taken back.');
export const firmImportDropped = eventType<{ register: string }>('firm-import:dropped', 'When a spreadsheet that was looked at is put away.');

export const sheetUnreadable = refusalType('firm-import:unreadable', 'invalid', '无法读取表格：{problem}。', 'The spreadsheet can’t be read: {problem}.');
export const periodOfImport = refusalType('firm-import:period', 'invalid', '企业数据按年或按季导入，{period} 是月份。', 'Figures of firms are of a year or a quarter; {period} is a month.');
export const importFaulty = refusalType('firm-import:faulty', 'unmet', '有 {rows} 行存在错误，整份未导入。请改正后重传，或明确选择略过这些行（leaveOut）。', '{rows} rows are faulty, and nothing was taken over. Mend them and send it again, or say that they are left out (leaveOut).');
export const importEmpty = refusalType('firm-import:empty', 'unmet', '没有可导入的行。', 'There is no row to take over.');
export const importOutdated = refusalType('firm-import:outdated', 'conflict', '预览之后数据已变化（{problem}）；请重新上传预览。', 'What is known has changed since it was looked at ({problem}); send it again.');
export const importBuiltOn = refusalType('firm-import:built-on', 'conflict', '已有 {count} 项后续记录依赖这次导入（如 {example}），不能撤销。', '{count} later records stand on it ({example} for one); it can’t be undone.');
