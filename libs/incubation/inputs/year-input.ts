import { Whole } from '#platform';
import type { PlatformYearFigures } from '../domain/statistics.js';
import { Money } from './money.js';

/** What a platform states of a year; money in fen. */
export class YearInput implements PlatformYearFigures {
  @Money('Income from property beyond the rents on record') propertyIncome?: number;
  @Money('Income from services beyond the bookings on record') serviceIncome?: number;
  @Money('Income from investments') investmentIncome?: number;
  @Money('Public money received') subsidyIncome?: number;
  @Money('Other income') otherIncome?: number;
  @Money('Incubation fund at the end of the year') fund?: number;
  @Money('Tax paid by the platform') tax?: number;
  @Whole({ optional: true, max: 100_000, description: 'Firms outside that it helped' }) firmsOutside?: number;
}
