import { workbook } from '#platform';
import type { ImportKind } from '../domain/firm-import.js';
import { METRICS } from '../domain/metrics.js';

/** The columns of import sheets by the headings that people write; the first is the one that templates have. */
export const COLUMNS: readonly (readonly [key: string, heading: string, ...others: string[]])[] = [
  ['creditCode', '统一社会信用代码', '信用代码', 'credit code'],
  ['name', '企业名称', '名称', 'name'],
  ['registeredOn', '成立日期', '注册日期', 'registered on'],
  ['field', '技术领域', '领域', 'field'],
  ['place', '所在园区', '地址', 'place'],
  ['title', '名称或资质', '资质名称', '题名', '合同名称', '成果名称', 'title'],
  ['kind', '类型', '类别', 'kind'],
  ['number', '编号', '证书编号', '登记号', 'number'],
  ['level', '级别', '等级', 'level'],
  ['on', '日期', '发证日期', '授权日期', '签订日期', '登记日期', 'on'],
  ['until', '有效期至', 'until'],
  ['own', '自主研发', 'own'],
  ['inUse', '在用', 'in use'],
  ['highValue', '高价值', 'high value'],
  ['amount', '金额（万元）', '合同金额（万元）', 'amount (10,000 yuan)'],
  ['technologyAmount', '技术交易额（万元）', 'technology amount (10,000 yuan)'],
  ['party', '对方单位', 'party'],
];

/** What kinds of paper are called in Chinese. */
export const KIND_NAMES: Readonly<Record<string, string>> = {
  ...{ invention: '发明专利', 'plant-variety': '植物新品种', 'national-drug': '国家新药', 'tcm-protection': '国家一级中药保护品种', 'circuit-layout': '集成电路布图设计', 'defence-patent': '国防专利', 'national-crop-variety': '国家级农作物品种', 'utility-model': '实用新型', design: '外观设计', software: '软件著作权' },
  ...{ development: '技术开发', transfer: '技术转让', licence: '技术许可', consulting: '技术咨询', service: '技术服务' },
  ...{ applied: '应用技术', theory: '基础理论', 'soft-science': '软科学' },
  ...{ registered: '新登记人才', programme: '人才计划', workstation: '工作站', team: '人才团队', fund: '人才资金' },
  ...{ research: '研发平台' },
  ...{ 'high-tech': '高企培育', 'tech-based': '科技型企业培育', specialised: '专精特新培育', 'above-scale': '规上培育' },
  ...{ national: '国家级', provincial: '省级', municipal: '市级', district: '区级' },
};

const headingsOf = (register: ImportKind): string[] => {
  const of = (...keys: string[]) => keys.map((key) => COLUMNS.find(([one]) => one === key)![1]);
  if (register === 'firms') return [...of('creditCode', 'name', 'registeredOn', 'field', 'place'), ...METRICS.map(({ zh, unit }) => (unit === 'fen' ? `${zh}（万元）` : zh))];
  if (register === 'certificates') return of('creditCode', 'title', 'number', 'on', 'until');
  return of('creditCode', 'kind', 'title', 'number', 'level', 'on', 'until', ...(register === 'ip' ? ['own', 'inUse', 'highValue'] : []), ...(register === 'contract' ? ['amount', 'technologyAmount', 'party'] : []));
};

/** An empty workbook for each register, with the right headings. */
export const importTemplate = (register: ImportKind): Promise<Buffer> => workbook([{ name: register, columns: headingsOf(register), rows: [] }]);

