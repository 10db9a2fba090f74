import { Amount, Choice, Day, Flag, Text } from '#platform';
import { REGISTERS } from '../domain/firm.js';

/** An entry of a firm's registers. */
export class PaperInput {
  @Choice(REGISTERS) register!: (typeof REGISTERS)[number];
  @Text({ max: 40, description: 'Its kind: an invention, a service contract, a workstation …' }) kind!: string;
  @Text({ max: 200 }) title!: string;
  @Text({ max: 80, description: 'Its number, once in a register' }) number!: string;
  @Text({ optional: true, max: 40, description: 'Its level, or its grade' }) level?: string;
  @Day({ description: 'Granted, signed, registered, awarded on' }) on!: string;
  @Day({ optional: true }) until?: string;
  @Flag({ optional: true, description: 'Its own, not bought; yes where it is left out' }) own?: boolean;
  @Flag({ optional: true, description: 'In use; yes where it is left out' }) inUse?: boolean;
  @Flag({ optional: true, description: 'Of high value' }) highValue?: boolean;
  @Amount({ optional: true }) amount?: number;
  @Amount({ optional: true, description: 'Of it the technology amount' }) technologyAmount?: number;
  @Text({ optional: true, max: 120, description: 'The other party of a contract' }) party?: string;
}

/** A paper as rows keep it. */
export const paperRow = ({ register, kind, title, number, level, on, until, own = true, inUse = true, highValue = false, amount, technologyAmount, party }: PaperInput) => ({
  ...{ register, kind, title, number, level: level ?? null, on, until: until ?? null, own, inUse, highValue, party: party ?? null },
  ...{ amount: amount === undefined ? null : BigInt(amount), technologyAmount: technologyAmount === undefined ? null : BigInt(technologyAmount) },
});
