import { gaps, hundredths, type ClauseExplanation, type Explanation } from '#kernel';

export interface Gap {
  readonly metric: string;
  readonly seen: ClauseExplanation['seen'];
  readonly needed: ClauseExplanation['clause']['threshold'];
  readonly missing: number | null;
  readonly zh: string;
  readonly en: string;
}

const UNIT: Readonly<Record<string, readonly [zh: string, en: string]>> = { fen: [' 元', ' yuan'], percent: ['%', ' %'], months: [' 个月', ' months'], 'm²': [' m²', ' m²'] };

/** What is missing, clause by clause, in words: "incubatees: 50 or more (6 more)". */
export const gapList = ({ root }: Pick<Explanation, 'root'>): Gap[] =>
  gaps(root).map(({ clause, seen, verdict, gap }) => {
    const [zh, en] = UNIT[clause.unit ?? ''] ?? ['', ''];
    const missing = verdict === 'fail' && gap !== undefined && gap > 0 ? hundredths(clause.unit === 'fen' ? gap / 100 : gap) : null;
    const over = clause.comparison === 'at-most' || clause.comparison === 'below';
    const tail = missing !== null ? [over ? `超出 ${missing}${zh}` : `还差 ${missing}${zh}`, over ? `${missing}${en} too much` : `${missing}${en} more`] : verdict === 'unknown' ? ['尚无数据', 'not known'] : ['未满足', 'not met'];
    return { metric: clause.metric, seen, needed: clause.threshold, missing, zh: `${clause.zh}（${tail[0]}）`, en: `${clause.en} (${tail[1]})` };
  });


/** The gap list as the facts of a refusal. */
export const gapFacts = (explanation: Explanation) => {
  const missing = gapList(explanation);
  return { rule: explanation.source, version: explanation.version, gaps: missing.map(({ zh }) => zh).join('；'), gapsEn: missing.map(({ en }) => en).join('; ') };
};
