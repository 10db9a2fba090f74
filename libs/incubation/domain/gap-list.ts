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

/** A quantity as people say it: in Chinese, money from ten thousand yuan on in 万元. */
function said(quantity: number, unit: string | undefined): readonly [zh: string, en: string] {
  const [zh, en] = UNIT[unit ?? ''] ?? ['', ''];
  const plain = quantity.toLocaleString('en');
  return [unit === 'fen' && quantity >= 10_000 ? `${hundredths(quantity / 10_000).toLocaleString('en')} 万元` : `${plain}${zh}`, `${plain}${en}`];
}

/** What is missing, clause by clause, in words: "incubatees: 50 or more (6 more)". */
export const gapList = ({ root }: Pick<Explanation, 'root'>): Gap[] =>
  gaps(root).map(({ clause, seen, verdict, gap }) => {
    const missing = verdict === 'fail' && gap !== undefined && gap > 0 ? hundredths(clause.unit === 'fen' ? gap / 100 : gap) : null;
    const over = clause.comparison === 'at-most' || clause.comparison === 'below';
    const [zh, en] = said(missing ?? 0, clause.unit);
    const tail = missing !== null ? [over ? `超出 ${zh}` : `还差 ${zh}`, over ? `${en} too much` : `${en} more`] : verdict === 'unknown' ? ['尚无数据', 'not known'] : ['未满足', 'not met'];
    return { metric: clause.metric, seen, needed: clause.threshold, missing, zh: `${clause.zh}（${tail[0]}）`, en: `${clause.en} (${tail[1]})` };
  });

/** The gap list as the facts of a refusal. */
export const gapFacts = (explanation: Explanation) => {
  const missing = gapList(explanation);
  return { rule: explanation.source, version: explanation.version, gaps: missing.map(({ zh }) => zh).join('；'), gapsEn: missing.map(({ en }) => en).join('; ') };
};
