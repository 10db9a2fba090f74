/** The parts of the report, in its order. */
export const SECTIONS = {
  firms: { zh: '科技企业', en: 'Firms' },
  research: { zh: '研发与成果', en: 'Research and results' },
  platforms: { zh: '平台载体', en: 'Platforms' },
  contests: { zh: '创新创业大赛', en: 'Contests' },
  money: { zh: '科技金融', en: 'Money' },
  experts: { zh: '专家与科技特派员', en: 'Experts' },
  talent: { zh: '人才', en: 'Talent' },
  landing: { zh: '落地与产出', en: 'Landing and yield' },
  economy: { zh: '经济基数', en: 'The economy' },
} as const;

export type SectionKey = keyof typeof SECTIONS;

/** Records of one source; of some sorts, or of all. */
export interface Counted {
  readonly source: string;
  readonly sorts?: readonly string[];
}

/**
 * One figure: how many there are on a day (`stock`), what came from the first day of the year to it (`flow`), or what
 * the last year that is over came to (`latest`).
 */
export interface Figure {
  readonly key: string;
  readonly section: SectionKey;
  readonly of: 'stock' | 'flow' | 'latest';
  /** How many records, or their amounts together. */
  readonly measure: 'count' | 'amount';
  readonly unit: 'count' | 'fen' | 'm2' | 'people';
  readonly from: readonly Counted[];
  /** Set against the GDP: for each 10 billion yuan of it, or as a percentage of the same year's. */
  readonly against?: 'density' | 'intensity';
  /** Where nothing was stated there is no base, not a zero. */
  readonly stated?: true;
  readonly zh: string;
  readonly en: string;
  readonly definition: { readonly zh: string; readonly en: string };
}
