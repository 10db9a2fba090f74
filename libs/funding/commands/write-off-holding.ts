import { post } from '#ledger';
import { command, Day, newId, Text } from '#platform';
import { costHeld } from '../domain/cost-held.js';
import { fundPots } from '../domain/fund-pots.js';
import { holdingMachine, holdingWrittenOff, nothingHeld, tranchesOpen } from '../domain/holding.js';
import { holdingKind } from './kinds.js';

export class WriteOffHolding {
  @Day() on!: string;
  @Text({ min: 2, max: 1000 }) reason!: string;
}

export const writeOffHolding = command({
  name: 'write-off-holding',
  summary: 'Gives a holding up as lost, with a reason.',
  on: holdingKind,
  may: 'run',
  target: (input: WriteOffHolding & { holding: string }) => input.holding,
  async decide(c, { on, reason }, { id, aggregate, fundId, tranches, exits }) {
    const cost = costHeld(tranches, exits);
    if (cost === 0n) c.refuse(nothingHeld);
    const open = tranches.filter(({ state }) => state === 'due').length;
    if (open > 0) c.refuse(tranchesOpen, { count: open });
    c.move(aggregate, holdingMachine.take('write-off', aggregate.state, {}, [holdingWrittenOff({ cost: Number(cost), on, reason })]));
    const [exit, pots] = [newId(), fundPots(fundId)];
    await c.tx.holdingExit.create({ data: { districtId: c.district, id: exit, holdingId: id, on, way: 'loss', cost, proceeds: 0n, note: reason } });
    await post(c, [{ from: pots.invested, to: pots.lost, amount: cost, on, ground: `exit:${exit}:cost`, about: id }]);
  },
});
