import { Amount, Choice, Day, List, Quantity, Ref, Text, Texts } from '#platform';
import { INSTRUMENTS } from '../domain/term-sheet.js';

export class TrancheInput {
  @Amount({ min: 1 }) amount!: number;
  @Text({ max: 300, description: 'What it waits for' }) upon!: string;
  @Ref({ optional: true, description: 'The firm’s milestone that must be reached first' }) milestone?: string;
}

export class TermsInput {
  @Choice(INSTRUMENTS) instrument!: (typeof INSTRUMENTS)[number];
  @Amount({ min: 1 }) amount!: number;
  @List(() => TrancheInput, { max: 24 }) tranches!: TrancheInput[];
  @Texts({ max: 50, length: 1000 }) conditions!: string[];
  @Amount({ optional: true, description: 'Equity: what the firm is worth before, in fen' }) preMoney?: number;
  @Amount({ optional: true, description: 'Convertible: the most it is valued at when it converts, in fen' }) cap?: number;
  @Quantity({ optional: true, max: 100, description: 'Convertible: percent off the next round’s price' }) discount?: number;
  @Quantity({ optional: true, max: 100, description: 'Convertible: percent a year' }) interest?: number;
  @Day({ optional: true, description: 'Convertible: when it is due' }) maturesOn?: string;
}
