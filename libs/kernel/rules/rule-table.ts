import type { Versioned } from './rule-set.js';

/** What a figure, or a list of rows, of a table is called. A figure's unit is its own, or its row's where it is `measured` in what the row counts. */
export interface ColumnWords {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly unit?: string;
  readonly measured?: true;
}

/**
 * A rule that is a table: rows that have names in both languages, and figures, nested as they need. A row is known by
 * its `key`. Figures are read in the order of `columns`; one that is not there is not for people to change. It is kept as JSON.
 */
export interface TableBody {
  readonly zh: string;
  readonly en: string;
  readonly columns: readonly ColumnWords[];
}

/** Why a table can't judge. */
interface Flaw {
  readonly zh: string;
  readonly en: string;
}

export type RuleTable<T extends TableBody = TableBody> = Versioned<T> & {
  /** What keeps a table from judging, such as bands that don't rise; null where nothing does. Only on those the program brings. */
  flaw?(root: T): Flaw | null;
};

/** The flaw of a row that counts a figure which nobody knows. */
export const noSuchFigure = ({ zh, en, metric }: { readonly zh: string; readonly en: string; readonly metric: string }): Flaw => ({ zh: `“${zh}”的取数“${metric}”不是系统掌握的指标`, en: `"${metric}" of "${en}" is no figure that is known of firms` });
