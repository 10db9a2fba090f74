import { yuan, type RuleTable, type TableBody } from '#kernel';

/** What an industry promises by 亩 (1/15 hectare), a year: money in fen; research in percent of revenue; discharge in kg. */
export interface LandStandard {
  /** The industry. */
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly investment: number;
  readonly output: number;
  readonly tax: number;
  readonly research: number;
}

/** What a version of a district's table says. */
export interface LandTable extends TableBody {
  readonly standards: readonly LandStandard[];
}

const wan = (amount: number) => yuan(amount * 10_000);

/** One county's published table as the example of the shape; a district enters its own. */
export const LAND_TABLES: readonly RuleTable<LandTable>[] = [
  {
    key: 'standard-land',
    version: 'example',
    inForceFrom: '2018-01-01',
    source: '示例：某县“标准地”指标表',
    certainty: 'example',
    flaw: ({ standards }) => {
      const wrong = standards.find(({ investment, output, tax, research }) => Math.min(investment, output, tax, research) < 0);
      return wrong ? { zh: `“${wrong.zh}”的指标不得为负`, en: `a figure of "${wrong.en}" is below 0` } : null;
    },
    root: {
      zh: '“标准地”指标（亩均）',
      en: 'Land sold by standard, by 亩',
      columns: [
        { name: 'investment', zh: '固定资产投资', en: 'investment', unit: 'fen' },
        { name: 'output', zh: '年产值', en: 'output a year', unit: 'fen' },
        { name: 'tax', zh: '年税收', en: 'tax a year', unit: 'fen' },
        { name: 'research', zh: '研发强度', en: 'research over revenue', unit: 'percent' },
      ],
      standards: [
        { key: 'equipment', zh: '装备制造', en: 'equipment', investment: wan(150), output: wan(350), tax: wan(8), research: 2 },
        { key: 'new-materials', zh: '新材料', en: 'new materials', investment: wan(150), output: wan(300), tax: wan(8), research: 2 },
        { key: 'food', zh: '食品', en: 'food', investment: wan(150), output: wan(250), tax: wan(8), research: 1 },
      ],
    },
  },
];
