import { Amount, Flag, Quantity, Whole } from '#platform';

/** What a plant reports of a quarter; money in fen. */
export class YieldInput {
  @Amount() output!: number;
  @Amount() tax!: number;
  @Whole({ max: 100_000 }) jobs!: number;
  @Amount({ optional: true, description: 'Invested in the quarter' }) investment?: number;
  @Amount({ optional: true, description: 'Spent on research in the quarter' }) research?: number;
  @Quantity({ optional: true, description: 'Energy used, in tonnes of standard coal' }) energy?: number;
  @Flag({ optional: true, description: 'The figures are right although they are far from those before' }) confirmed?: boolean;
}
