import { post } from '#ledger';
import { Amount, command, Day, newId, Text } from '#platform';
import { fundPots } from '../domain/fund-pots.js';
import { proceedsRecycled, proceedsShort } from '../domain/seed-fund.js';
import { fundKind } from './kinds.js';

export class Recycle {
  @Amount({ min: 1 }) amount!: number;
  @Day() on!: string;
  @Text({ min: 2, max: 500 }) reason!: string;
}

export const recycle = command({
  name: 'recycle',
  summary: 'Puts proceeds of exits to new use: they can be promised again.',
  on: fundKind,
  may: 'run',
  target: (input: Recycle & { fund: string }) => input.fund,
  async decide(c, { amount, on, reason }, { id, aggregate, name }) {
    const [{ proceeds, cash, recycled, free }, turn] = [fundPots(id), newId()];
    c.announce(aggregate, proceedsRecycled({ amount, on, reason }));
    const of = { amount: BigInt(amount), on, about: id };
    await post(c, [
      { from: proceeds, to: cash, ...of, ground: `recycle:${turn}`, short: { type: proceedsShort, facts: { fund: name } } },
      { from: recycled, to: free, ...of, ground: `recycle:${turn}:free` },
    ]);
  },
});
