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

export interface Card {
  readonly parts: readonly CardPart[];
}
