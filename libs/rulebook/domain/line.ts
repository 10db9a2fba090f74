import type { Clause } from '#kernel';

/** One line of a rule, read from the top. */
export interface Line {
  readonly at: string;
  readonly depth: number;
  readonly zh: string;
  readonly en: string;
  /** A condition, or a figure of a table; null for what holds others. */
  readonly clause: Pick<Clause, 'metric' | 'comparison' | 'threshold' | 'unit' | 'article'> | null;
  /** How many of a group must hold, of how many. */
  readonly atLeast: number | null;
  readonly of: number | null;
  /** A row of a table, of which there may be more or fewer: whether a copy of it needs a name. */
  readonly row: 'named' | 'counted' | null;
}

/** A change to what stands at a place of a rule: what leads to it, such as `0.2`; the whole is `root`. */
export interface Revision {
  readonly at: string;
  readonly threshold?: number | boolean | string | readonly string[];
  readonly atLeast?: number;
  readonly zh?: string;
  readonly en?: string;
  /** A row: followed by a copy under this key, which one that is counted does not need. */
  readonly copy?: string;
  /** A row: taken away. */
  readonly remove?: boolean;
}
