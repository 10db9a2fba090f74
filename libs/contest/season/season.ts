import { ISU_2016_FREE, ISU_2016_SHORT, type ScoringRule } from '#judging';

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
  readonly base: string;
  readonly factor: string;
  readonly published: string;
  readonly marks: readonly { readonly seat: string; readonly value: string }[];
  /** false: marks were given that the source could not turn into points. */
  readonly translated: boolean;
}

/** Who sat as which judge in a program. */
export interface Seat {
  readonly competition: string;
  readonly program: string;
  readonly seat: string;
  readonly judge: string;
  readonly country: string;
}

/** Whether all marks of a performance are known; where some are not, it has no total of ours. */
export const isWhole = ({ aspects }: Performance): boolean => aspects.every(({ translated }) => translated);

/** The rule of a program: the two kinds differ in what decides a tie. */
export const ruleOf = ({ program }: { program: string }): ScoringRule => (/\bFREE\b/i.test(program) ? ISU_2016_FREE : ISU_2016_SHORT);

export const programOf = ({ competition, program }: { competition: string; program: string }): string => `${competition}\n${program}`;
