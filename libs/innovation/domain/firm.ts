import { eventType, refusalType, stateMachine } from '#kernel';
import { IP_KINDS } from './firm-seen.js';

export const firmMachine = stateMachine({
  name: 'firm',
  initial: 'registered',
  states: { registered: 'in the register', merged: 'the same firm as another record, which it leads to', withdrawn: 'was taken out with the import that brought it' },
  transitions: { merge: { from: ['registered'], to: 'merged' }, unmerge: { from: ['merged'], to: 'registered' }, withdraw: { from: ['registered'], to: 'withdrawn' } },
});

export const firmRegistered = eventType<{ name: string; creditCode: string | null }>('firm:registered', 'When a firm comes into the register.');
export const firmDescribed = eventType<{ name: string }>('firm:described', 'When what is known of a firm in the register changes.');
export const firmFactsRecorded = eventType<{ source: string; metrics: readonly string[] }>('firm:facts-recorded', 'When facts of a firm are recorded; earlier ones stay.');
export const firmMerged = eventType<{ name: string; into: string }>('firm:merged', 'When two records turn out to be one firm.');
export const firmUnmerged = eventType<{ name: string; from: string }>('firm:unmerged', 'When two records that were merged are two firms after all.');
export const firmPaperEntered = eventType<{ register: string; number: string }>('firm:paper-entered', 'When a paper of a firm comes into a register: IP, contract, achievement, talent, platform, award, cultivation.');
export const firmPaperWithdrawn = eventType<{ register: string; number: string; reason: string }>('firm:paper-withdrawn', 'When a paper of a firm no longer counts.');
export const firmsRecounted = eventType<{ firms: number }>('firm:all-recounted', 'When all firms are judged anew by the rules of the day.');

export const REGISTERS = ['ip', 'contract', 'achievement', 'talent', 'platform', 'award', 'cultivation'] as const;
export type Register = (typeof REGISTERS)[number];

/** The kinds of paper of each register. */
export const PAPER_KINDS: Readonly<Record<Register, readonly string[]>> = {
  ip: IP_KINDS,
  contract: ['development', 'transfer', 'licence', 'consulting', 'service'],
  achievement: ['applied', 'theory', 'soft-science'],
  talent: ['registered', 'programme', 'workstation', 'team', 'fund'],
  platform: ['research', 'service'],
  award: ['national', 'provincial', 'municipal', 'district'],
  /** Taken into the pool of firms that are brought up towards a title. */
  cultivation: ['high-tech', 'tech-based', 'specialised', 'above-scale'],
};

export const creditCodeWrong = refusalType('firm:credit-code', 'invalid', '统一社会信用代码“{creditCode}”校验不通过。', 'The credit code "{creditCode}" is wrong.');
export const firmKnown = refusalType('firm:known', 'conflict', '“{creditCode}”已在册（{name}）；请在该企业上补充，不重复建档。', '"{creditCode}" is in the register ({name}); add to that record.');
export const firmMergedAway = refusalType('firm:merged-away', 'conflict', '该记录已并入另一企业，请在合并后的企业上办理。', 'The record was merged into another firm; go on with that one.');
export const mergeWithItself = refusalType('firm:merge-with-itself', 'invalid', '企业不能与自身或已并入它的记录合并。', 'A firm can’t be merged with itself, or with what was merged into it.');
export const unknownMetric = refusalType('firm:unknown-metric', 'invalid', '没有“{metric}”这一指标；可用指标见 GET /firm-metrics。', 'There is no metric "{metric}"; GET /firm-metrics lists them.');
export const factWrong = refusalType('firm:fact-wrong', 'invalid', '“{metric}”的取值或期间有误：{value}。', 'The value or the period of "{metric}" is wrong: {value}.');
export const factContradicts = refusalType('firm:facts-contradict', 'invalid', '“{part}”不能大于“{whole}”（{year} 年）。', '"{part}" can’t be more than "{whole}" ({year}).');
export const paperKnown = refusalType('firm:paper-known', 'conflict', '该登记簿中已有编号“{number}”。', 'The register has number "{number}" already.');
export const paperKindWrong = refusalType('firm:paper-kind', 'invalid', '“{kind}”不是该登记簿的类型；可选：{kinds}。', '"{kind}" is no kind of this register: {kinds}.');
export const noSuchPaper = refusalType('firm:no-such-paper', 'missing', '没有这项登记，或已失效。', 'There is no such paper, or it no longer counts.');
export const datesBackward = refusalType('firm:dates', 'invalid', '有效期至 {until} 早于 {on}。', 'It ends ({until}) before it begins ({on}).');

/** What can't be more than what it is a part of. */
export const PARTS: readonly (readonly [part: string, whole: string])[] = [['main-revenue', 'revenue'], ['research-in-china', 'research'], ['high-tech-income', 'total-income'], ['research-staff', 'staff'], ['sme-research-staff', 'sme-staff']];
