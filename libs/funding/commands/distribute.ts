import { splitFen } from '#kernel';
import { post } from '#ledger';
import { Amount, command, Day, newId, Text } from '#platform';
import { contributorPots, fundPots } from '../domain/fund-pots.js';
import { capitalReturned, proceedsShort } from '../domain/seed-fund.js';
import { fundKind } from './kinds.js';

export class Distribute {
  @Amount({ min: 1 }) amount!: number;
  @Day() on!: string;
  @Text({ max: 100 }) reference!: string;
}

export const distribute = command({
  name: 'distribute',
  summary: 'Gives proceeds of exits back to the contributors, by what each has pledged.',
  on: fundKind,
  may: 'run',
  target: (input: Distribute & { fund: string }) => input.fund,
  async decide(c, { amount, on, reference }, { id, aggregate, name, contributors }) {
    const distribution = newId();
    const shares = splitFen(BigInt(amount), contributors.map(({ pledged }) => pledged));
    c.announce(aggregate, capitalReturned({ distribution, amount, on, reference }));
    await post(c, contributors.map((one, n) => ({ from: fundPots(id).proceeds, to: contributorPots(id, one).returned, amount: shares[n]!, on, ground: `distribution:${distribution}:${one.id}`, about: id, short: { type: proceedsShort, facts: { fund: name } } })));
    return { distribution };
  },
});
