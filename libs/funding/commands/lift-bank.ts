import { command, Text } from '#platform';
import { bankLifted, bankMachine } from '../domain/pool.js';
import { bankKind } from './kinds.js';

export class LiftBank {
  @Text({ min: 2, max: 1000 }) reason!: string;
}

export const liftBank = command({
  name: 'lift-bank',
  summary: 'Lets a bank that was warned or stopped lend again, with the reason.',
  on: bankKind,
  may: 'lift',
  target: (input: LiftBank & { bank: string }) => input.bank,
  async decide(c, { reason }, { aggregate, name }) {
    c.move(aggregate, bankMachine.take('lift', aggregate.state, {}, [bankLifted({ name, reason })]));
  },
});
