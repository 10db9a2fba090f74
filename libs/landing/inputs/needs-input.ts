import { Amount, Choice, Quantity, Whole } from '#platform';
import { SITE_KINDS } from '../domain/park.js';

/** What a project needs of a site; left out: it does not matter. */
export class NeedsInput {
  @Choice(SITE_KINDS, { optional: true }) kind?: (typeof SITE_KINDS)[number];
  @Whole({ min: 1, description: 'Square metres at least' }) area!: number;
  @Quantity({ optional: true, max: 1000, description: 'kN/m² at least' }) load?: number;
  @Quantity({ optional: true, max: 1000, description: 'Metres of clear height at least' }) height?: number;
  @Whole({ optional: true, description: 'kVA at least' }) power?: number;
  @Whole({ optional: true, description: 'Tonnes of water a day at least' }) water?: number;
  @Whole({ optional: true, description: 'm³ of gas a day at least' }) gas?: number;
  @Whole({ optional: true, max: 9, description: 'The class of discharge it needs' }) discharge?: number;
  @Amount({ optional: true, description: 'The most it pays a month, in fen' }) price?: number;
}
