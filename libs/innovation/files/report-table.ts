import type { Language, Table } from '#platform';
import type { Report } from '../views/report.js';
import { changeInWords, moneyInWords, valueInWords } from './figure-words.js';

const HEADINGS = {
  zh: ['部分', '指标', '数值', '新增', '上年同期', '同比', '目标', '完成（%）', '每百亿元 GDP', '强度（%）', '原值', '单位', '口径', '规则', '来源'],
  en: ['section', 'figure', 'value', 'new', 'a year before', 'change', 'target', 'of it (%)', 'per 10 billion of GDP', 'intensity (%)', 'exact value', 'unit', 'definition', 'rule', 'source'],
} as const;

/** The report as the sheets of a workbook: its lines, twenty years of each, the chain, and of when it is. */
export function reportTables(report: Report, language: Language): Table[] {
  const zh = language === 'zh';
  const lines = report.sections.flatMap((section) => section.lines.map((line) => ({ section: section[language], line })));
  const years = lines[0]?.line.series.map(({ year }) => year) ?? [];
  const { chain } = report;
  return [
    {
      name: zh ? '指标' : 'figures',
      columns: HEADINGS[language],
      rows: lines.map(({ section, line }) => [
        ...[section, line[language], valueInWords(line.value, line, language), valueInWords(line.fresh, line, language), line.before === null ? null : valueInWords(line.before, line, language), changeInWords(line.change, language)],
        ...[line.target && valueInWords(line.target.value, line, language), line.target?.percent ?? null, line.density, line.intensity, line.value, line.unit, line.definition[language]],
        ...[line.rule && `${line.rule.key} ${line.rule.version} ${line.rule.source}`, line.sources.map((source) => source[language]).join(zh ? '、' : ', ')],
      ]),
    },
    { name: zh ? '历年' : 'years', columns: [zh ? '指标' : 'figure', zh ? '单位' : 'unit', ...years], rows: lines.map(({ line }) => [line[language], line.unit, ...line.series.map(({ value }) => value)]) },
    ...(chain
      ? [{
          name: zh ? '全链条' : 'chain',
          columns: [zh ? '阶段' : 'stage', zh ? '项目数' : 'projects'],
          rows: [...chain.funnel.map((stage) => [stage[language], stage.projects]), [zh ? '公共资金' : 'public money', moneyInWords(chain.costs.money, language)], [zh ? '每个岗位（元）' : 'yuan a job', chain.costs.perJob === null ? null : chain.costs.perJob / 100], [zh ? '每元税收（元）' : 'yuan for each of tax', chain.costs.perTax]],
        }]
      : []),
    { name: zh ? '时点' : 'of when', columns: [zh ? '项' : 'item', zh ? '值' : 'value'], rows: [[zh ? '地区' : 'district', report.district], [zh ? '截至' : 'day', report.day], [zh ? '数据知悉至' : 'known until', report.knownAt?.toISOString() ?? null], [zh ? '范围' : 'place', report.place]] },
  ];
}
