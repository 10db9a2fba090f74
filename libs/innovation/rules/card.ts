import type { RuleSet, RuleTable, TableBody } from '#kernel';

/** Points from `at` on (included, unless `above`), or up to it where more is worse: exactly so many, or what an expert chooses between. */
export interface Band {
  readonly at: number;
  readonly points: number | readonly [low: number, high: number];
}

export interface Scale {
  readonly metric: string;
  /** What one counts here, where the part has several. */
  readonly zh?: string;
  readonly en?: string;
  /** Still open to change before an application; figures of a year that is over are not. */
  readonly open?: true;
  readonly counts: 'at-least' | 'at-most' | 'above';
  readonly bands: readonly Band[];
}

/** One part of a score: the best of its scales. `judged`: the metric under which experts' own points are entered, once there are any. */
export interface CardPart {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly most: number;
  readonly scales: readonly Scale[];
  readonly judged?: string;
}

export interface Card extends TableBody {
  readonly parts: readonly CardPart[];
}

const COLUMNS: TableBody['columns'] = [
  { name: 'most', zh: '满分', en: 'most points' },
  { name: 'scales', zh: '标尺', en: 'scale' },
  { name: 'bands', zh: '档', en: 'band' },
  { name: 'at', zh: '界限', en: 'at' },
  { name: 'points', zh: '得分', en: 'points' },
];

/** The card by which points for a qualification are given, as a rule of its own: it changes at other times than the conditions. */
export const cardOf = ({ key, version, inForceFrom, source, certainty, root }: RuleSet, parts: readonly CardPart[]): RuleTable<Card> => ({
  ...{ key: cardKey(key), version, inForceFrom, source, certainty, flaw },
  root: { zh: `${root.zh}：评分表`, en: `${root.en}: points`, columns: COLUMNS, parts },
});

export const cardKey = (qualification: string): string => `${qualification}-points`;

/** Bands go from what brings most down, and none brings more than the part's most. */
const flaw = ({ parts }: Card) => {
  const top = ({ points }: Band) => (typeof points === 'number' ? points : points[1]);
  const wrong = parts.find(({ most, scales }) => scales.some(({ bands }) => bands.some((band, n) => top(band) > most || (n > 0 && top(band) > top(bands[n - 1]!)))));
  return wrong ? { zh: `“${wrong.zh}”的分档须由高到低，且不超过满分`, en: `the bands of "${wrong.en}" have to fall, and stay within its most points` } : null;
};
