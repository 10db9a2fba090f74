/** A season of panel-judged competitions as its files tell it; figures stay decimals in text. */
export interface Season {
  readonly performances: readonly Performance[];
  readonly seats: readonly Seat[];
}

export interface Performance {
  readonly id: string;
  readonly competition: string;
  readonly program: string;
  readonly name: string;
  readonly nation: string;
  readonly deductions: string;
  readonly published: { readonly total: string; readonly rank: number };
  readonly aspects: readonly SeasonAspect[];
}

export interface SeasonAspect {
  readonly id: string;
  readonly section: 'elements' | 'components';
  readonly number: string;
  readonly description: string;
  readonly base: string;
  readonly factor: string;
  readonly published: string;
  readonly marks: readonly { readonly seat: string; readonly value: string }[];
}

/** Who sat as which judge in a program. */
export interface Seat {
  readonly competition: string;
  readonly program: string;
  readonly seat: string;
  readonly judge: string;
  readonly country: string;
}

/** An aspect whose marks the source could not translate has none that count; its performance has no total of ours. */
export const isWhole = ({ aspects }: Performance): boolean => aspects.every(({ marks }) => marks.length > 0);

export const programOf = ({ competition, program }: { competition: string; program: string }): string => `${competition}\n${program}`;
