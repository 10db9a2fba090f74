import { yuan, type Certainty } from '#kernel';

/** What an industry promises by 亩 (1/15 hectare), a year: money in fen; research in percent of revenue; discharge in kg. */
export interface LandStandard {
  readonly industry: string;
  readonly zh: string;
  readonly investment: number;
  readonly output: number;
  readonly tax: number;
  readonly research: number;
}

/** One version of a district's table. */
export interface LandTable {
  readonly version: string;
  readonly inForceFrom: string;
  readonly source: string;
  readonly certainty: Certainty;
  readonly standards: readonly LandStandard[];
}

const wan = (amount: number) => yuan(amount * 10_000);

/** One county's published table as the example of the shape; a district enters its own. */
export const LAND_TABLES: readonly LandTable[] = [
  {
    version: 'example',
    inForceFrom: '2018-01-01',
    source: '示例：某县“标准地”指标表',
    certainty: 'example',
    standards: [
      { industry: 'equipment', zh: '装备制造', investment: wan(150), output: wan(350), tax: wan(8), research: 2 },
      { industry: 'new-materials', zh: '新材料', investment: wan(150), output: wan(300), tax: wan(8), research: 2 },
      { industry: 'food', zh: '食品', investment: wan(150), output: wan(250), tax: wan(8), research: 1 },
    ],
  },
];
