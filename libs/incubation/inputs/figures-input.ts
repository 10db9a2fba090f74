import { Amount, Whole } from '#platform';
import type { FigureKey } from '../domain/figures.js';
import { Money } from './money.js';

const Count = (description: string) => Whole({ optional: true, max: 1_000_000, description });

/** What a firm reports of a period; money in fen. */
export class FiguresInput implements Partial<Record<FigureKey, number>> {
  @Amount({ description: 'Total income, in fen' }) revenue!: number;
  @Whole({ optional: true, min: -1_000_000_000_000_000, max: 1_000_000_000_000_000, description: 'In fen; below nought for a loss' }) netProfit?: number;
  @Money('Cash spent') spending?: number;
  @Money('Cash at the end') cash?: number;
  @Money('Exports') exports?: number;
  @Amount({ description: 'Research spending, in fen' }) research!: number;
  @Money('Tax paid') tax?: number;
  @Money('Angel or venture money received') funding?: number;
  @Money('Orders signed') orders?: number;
  @Whole({ max: 1_000_000 }) staff!: number;
  @Count('Staff with a doctorate') doctors?: number;
  @Count('Staff with college or above') college?: number;
  @Count('Staff returned from studies abroad') returned?: number;
  @Count('New graduates hired in the period') graduatesHired?: number;
  @Count('IP applied for') ipApplied?: number;
  @Count('Of it invention patents') inventionsApplied?: number;
  @Count('IP granted') ipGranted?: number;
  @Count('Of it invention patents') inventionsGranted?: number;
  @Whole({ max: 1_000_000, description: 'Valid IP rights held' }) validIp!: number;
  @Count('Of them invention patents') validInventions?: number;
  @Count('Of them utility models and designs') validUtility?: number;
  @Count('Of them software copyrights') validSoftware?: number;
  @Count('Technology contracts signed') contracts?: number;
  @Money('Amount of technology contracts') contractAmount?: number;
  @Count('National projects taken on') projects?: number;
  @Count('Prizes of province level and above') prizes?: number;
}
