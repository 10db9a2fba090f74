import { Amount, Choice, Quantity, Text, Whole } from '#platform';
import { SITE_KINDS } from '../domain/park.js';

/** What is known of a site; left out: not known, or not there. */
export class SiteInput {
  @Choice(SITE_KINDS, { optional: true, description: 'A plot, or a floor of a factory; a plot where it is left out' }) kind?: (typeof SITE_KINDS)[number];
  @Quantity({ optional: true, max: 1000, description: 'What a floor bears, in kN/m²' }) load?: number;
  @Quantity({ optional: true, max: 1000, description: 'Clear height in metres' }) height?: number;
  @Whole({ optional: true, description: 'Power in kVA' }) power?: number;
  @Whole({ optional: true, description: 'Water in tonnes a day' }) water?: number;
  @Whole({ optional: true, description: 'Gas in m³ a day' }) gas?: number;
  @Whole({ optional: true, max: 9, description: 'The class that may be discharged, 0 for none' }) discharge?: number;
  @Amount({ optional: true, description: 'Its price a month, in fen' }) price?: number;
  @Quantity({ optional: true, min: -90, max: 90, places: 20 }) latitude?: number;
  @Quantity({ optional: true, min: -180, max: 180, places: 20 }) longitude?: number;
  @Text({ optional: true, max: 1000 }) note?: string;
}

/** A site's fields as rows keep them; what was left out stays out. */
export const siteRow = ({ kind, load, height, power, water, gas, discharge, price, latitude, longitude, note }: SiteInput) => {
  const given = Object.entries({ kind, load, height, power, water, gas, discharge, latitude, longitude, note }).filter(([, value]) => value !== undefined);
  return { ...(Object.fromEntries(given) as Omit<SiteInput, 'price'>), ...(price !== undefined && { price: BigInt(price) }) };
};
