import type { RoundInput } from '../inputs/round-input.js';
import type { Words } from '../domain/form/field.js';

/** A call that is ready but for its names and dates: what the office sends to `POST /contests/:contest/calls`, to be changed at will. */
export interface CallTemplate {
  readonly key: string;
  readonly words: Words;
  readonly call: {
    readonly group: string;
    readonly eligibilityRule: string;
    readonly rounds: readonly RoundInput[];
    readonly shortlist: number;
    readonly awards: number;
    readonly prizes?: readonly { readonly name: string; readonly places: number; readonly money?: number }[];
    readonly announceDays: number;
    readonly diligence?: readonly { readonly key: string; readonly words: Words }[];
  };
}

const levels = (low: string, middle: string, high: string) => [{ from: 0, means: low }, { from: 6, means: middle }, { from: 8.5, means: high }];
const criterion = (key: string, name: string, weight: number, low: string, middle: string, high: string) => ({ key, name, weight, min: 0, max: 10, step: 0.5, commentBelow: 4, levels: levels(low, middle, high) });

const BUSINESS = [
  criterion('innovation', '技术与创新', 3, '无实质创新', '有改进，部分自主', '国内领先，自主知识产权'),
  criterion('market', '市场与商业模式', 3, '需求不清', '有客户，模式可行', '需求明确，已有订单'),
  criterion('team', '团队', 2, '分工不全', '能力基本齐备', '互补，有成功经验'),
  criterion('plan', '实施计划与财务', 2, '无依据', '基本可行', '里程碑清楚，数据可靠'),
];
const TIES = [{ by: 'all-marks' as const }, { by: 'criterion' as const, criterion: 'innovation' }];
const ONLINE: RoundInput = { key: 'online', name: '网评', rubric: BUSINESS, quorum: 3, ties: TIES, spread: { limit: 25, then: 'judge' }, advance: { by: 'quota', places: 30 }, wildcards: 2, discussion: true };
const PITCH = (present: number, answer: number): RoundInput => ({ key: 'pitch', name: '路演', seating: 'all', rubric: BUSINESS, quorum: 5, ties: [...TIES, { by: 'lot' }], pitch: { present, answer } });
const DILIGENCE = [
  { key: 'registration', words: { zh: '主体登记与股权', en: 'Registration and equity' } },
  { key: 'intellectual-property', words: { zh: '知识产权权属', en: 'Who owns the intellectual property' } },
  { key: 'finances', words: { zh: '财务与纳税', en: 'Accounts and taxes' } },
  { key: 'record', words: { zh: '信用与处罚记录', en: 'Record of dishonesty and penalties' } },
];
const PRIZES = [
  { name: '一等奖', places: 1, money: 10_000_000 },
  { name: '二等奖', places: 2, money: 5_000_000 },
  { name: '三等奖', places: 3, money: 2_000_000 },
];

export const CALL_TEMPLATES: readonly CallTemplate[] = [
  {
    key: 'district-two-rounds',
    words: { zh: '区级创新创业大赛：网评 + 路演（8 + 7 分钟）', en: 'District contest: online review, then a pitch day (8 + 7 minutes)' },
    call: { group: 'start-up', eligibilityRule: 'district-open', rounds: [ONLINE, PITCH(8, 7)], shortlist: 12, awards: 6, prizes: PRIZES, announceDays: 5 },
  },
  {
    key: 'national-division',
    words: { zh: '全国赛分赛区：资格初筛 + 网评 + 现场（8 + 12 分钟）+ 尽职调查', en: 'Division of the national contest: screening, online review, on-site final (8 + 12 minutes), due diligence' },
    call: { group: 'growth', eligibilityRule: 'national-growth', rounds: [{ key: 'screening', name: '资格初筛', way: 'screening', quorum: 2, spread: { limit: 0, then: 'judge' }, advance: { by: 'threshold', atLeast: 0.6 } }, ONLINE, PITCH(8, 12)], shortlist: 12, awards: 6, prizes: PRIZES, announceDays: 7, diligence: DILIGENCE },
  },
  {
    key: 'youth-one-day',
    words: { zh: '青年赛：一天路演（5 + 5 分钟），大众票另设人气奖', en: 'Youth contest: one pitch day (5 + 5 minutes), with a public vote of its own' },
    call: { group: 'youth', eligibilityRule: 'youth-idea', rounds: [{ key: 'popular', name: '人气投票', way: 'public-vote', quorum: 1 }, PITCH(5, 5)], shortlist: 10, awards: 3, announceDays: 5 },
  },
  {
    key: 'parallel-rooms',
    words: { zh: '分组评审：同领域分会场，各组按比例晋级，再路演决赛', en: 'Parallel rooms: a share of each goes on to a final pitch' },
    call: { group: 'start-up', eligibilityRule: 'district-open', rounds: [{ key: 'rooms', name: '分组评审', seating: 'rooms', rubric: BUSINESS, quorum: 3, ties: TIES, advance: { by: 'group-share', group: 'room', share: 0.3 }, wildcards: 1 }, PITCH(8, 7)], shortlist: 10, awards: 6, prizes: PRIZES, announceDays: 5 },
  },
  {
    key: 'picks-and-pairs',
    words: { zh: '快速遴选：评委各选前十（可转移单票制），再两两比较定名次', en: 'Quick selection: each judge picks ten (single transferable vote), then pairs decide' },
    call: { group: 'team', eligibilityRule: 'national-team', rounds: [{ key: 'picks', name: '推选', way: 'picks', picks: 10, seats: 12, quorum: 1, advance: { by: 'quota', places: 12 } }, { key: 'pairs', name: '两两比较', way: 'pairwise', comparisons: 30, quorum: 1 }], shortlist: 12, awards: 3, announceDays: 5 },
  },
];
