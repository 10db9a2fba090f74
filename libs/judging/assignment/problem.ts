/** Pairs of an entry and a judge who may judge it, a column each; entries and judges are numbered from 0. */
export interface Pairs {
  readonly entry: Int32Array;
  readonly judge: Int32Array;
  /** Whole numbers; the cheaper, the better the pair. */
  readonly cost: Float64Array;
}

/** Who may judge what at which cost, and how many of each. A pair occurs at most once. */
export interface AssignmentProblem {
  /** How many judges each entry needs. */
  readonly needs: readonly number[];
  /** How many entries each judge takes. */
  readonly places: readonly number[];
  /** How many entries each judge must at least be given; none where it is absent. */
  readonly least?: readonly number[];
  /** How many entries each judge has already, beside those; nobody has any where it is absent. */
  readonly loads?: readonly number[];
  /** A judge's k-th entry (from 0, those he has already counted) costs this times k more, so that loads stay even. */
  readonly balanceCost: number;
  readonly pairs: Pairs;
}

/**
 * Prices that prove an assignment the cheapest: what a judge's place is worth and what an entry's last judge costs, the
 * dual values of the flow.
 */
export interface Certificate {
  readonly judges: readonly number[];
  readonly entries: readonly number[];
}

export type Assignment =
  | { readonly feasible: true; readonly chosen: readonly number[]; readonly cost: number; readonly certificate: Certificate }
  | { readonly feasible: false; readonly chosen: readonly number[]; readonly cost: number; readonly shortage: Shortage };

/** Why there is no assignment; `chosen` is then the largest there is, and the cheapest among those. */
export interface Shortage {
  /** How many judges each entry lacks, for those that lack any. */
  readonly short: ReadonlyMap<number, number>;
  /** How many entries each judge lacks of his least load, for those that lack any. */
  readonly idle: ReadonlyMap<number, number>;
  /** Where entries lack judges: these entries need more than these judges' places and all pairs with others give. */
  readonly witness?: Witness;
}

/** `needed` - `places` - `pairs` judges are lacking, whatever is done. */
export interface Witness {
  readonly entries: readonly number[];
  readonly judges: readonly number[];
  /** What the entries need together. */
  readonly needed: number;
  /** What the judges take together. */
  readonly places: number;
  /** How many pairs the entries have with all other judges. */
  readonly pairs: number;
}

/** The columns of a list of pairs. */
export const pairsOf = (list: readonly { readonly entry: number; readonly judge: number; readonly cost: number }[]): Pairs => ({
  entry: Int32Array.from(list, ({ entry }) => entry),
  judge: Int32Array.from(list, ({ judge }) => judge),
  cost: Float64Array.from(list, ({ cost }) => cost),
});
