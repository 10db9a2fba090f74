export const PANEL_METHODS = ['mean', 'trimmed-mean', 'median', 'standardised', 'severity', 'borda'] as const;

/** How the totals of an entry's sheets become its score. */
export type PanelMethod = (typeof PANEL_METHODS)[number];

/**
 * What decides between equal scores: a criterion's mean; the share of sheets of at least so many points; the mean of all
 * sheets, dropped ones restored; or a lot, whose seed is published.
 */
export type TieKey = { readonly by: 'criterion'; readonly criterion: string } | { readonly by: 'high-marks'; readonly atLeast: number } | { readonly by: 'all-marks' } | { readonly by: 'lot' };

/** How a panel's marks become a ranking, as published with a call. */
export interface PanelRule {
  readonly scoring: PanelMethod;
  /** Decimals that scores are rounded to, half up, before they are compared. */
  readonly places: number;
  /** Of a trimmed mean: how many sheets are dropped at each end, once there are at least `dropFrom`. */
  readonly drop: number;
  readonly dropFrom: number;
  readonly ties: readonly TieKey[];
}
