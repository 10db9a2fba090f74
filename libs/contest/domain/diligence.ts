import { eventType, refusalType } from '#kernel';

export const diligenceRecorded = eventType<{ call: string; verdict: string }>('entry:diligence-recorded', 'When the office has looked into an entry before its award.');

export const noDiligence = refusalType('diligence:none', 'conflict', '该征集没有尽职调查清单，或目前不在评审与定结果阶段（状态：{state}）。', 'The call has no due diligence, or it is not the time for it (it is {state}).');
export const diligenceItemUnknown = refusalType('diligence:items', 'invalid', '以下清单项缺失或多余：{items}。', 'These items of the checklist are missing or unknown: {items}.');
export const diligenceMissing = refusalType('diligence:missing', 'unmet', '以下拟获奖项目尚无尽职调查结论：{entries}。', 'These entries are to win and were not looked into: {entries}.');
