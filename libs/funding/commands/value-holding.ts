import { Amount, command, Day, newId, notAhead, Text } from '#platform';
import { costHeld } from '../domain/cost-held.js';
import { holdingMachine, holdingValued, nothingHeld } from '../domain/holding.js';
import { holdingKind } from './kinds.js';

export class ValueHolding {
  @Day() on!: string;
  @Amount({ description: 'What the fund’s part is worth, in fen' }) value!: number;
  @Text({ min: 2, max: 500, description: 'How that was found: the last round, an appraiser, cost' }) basis!: string;
}

export const valueHolding = command({
  name: 'value-holding',
  summary: 'Puts down what a holding is worth on a day; the fund’s worth on any day is counted from it.',
  on: holdingKind,
  may: 'run',
  target: (input: ValueHolding & { holding: string }) => input.holding,
  async decide(c, { on, value, basis }, { id, aggregate, tranches, exits }) {
    await notAhead(c, on);
    if (costHeld(tranches, exits) === 0n) c.refuse(nothingHeld);
    c.move(aggregate, holdingMachine.take('value', aggregate.state, {}, [holdingValued({ on, value, basis })]));
    await c.tx.valuation.create({ data: { districtId: c.district, id: newId(), holdingId: id, on, value: BigInt(value), basis, by: c.person ?? '' } });
  },
});
