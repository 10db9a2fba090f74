import { post } from '#ledger';
import { Amount, Choice, command, Day, newId, Text } from '#platform';
import { costHeld } from '../domain/cost-held.js';
import { fundPots, gaveBack } from '../domain/fund-pots.js';
import { costTooGreat, EXIT_WAYS, holdingExited, holdingMachine, nothingHeld, tranchesOpen } from '../domain/holding.js';
import { holdingKind } from './kinds.js';

export class ExitHolding {
  @Choice(EXIT_WAYS) way!: (typeof EXIT_WAYS)[number];
  @Day() on!: string;
  @Amount({ description: 'What came back, in fen' }) proceeds!: number;
  @Amount({ optional: true, min: 1, description: 'What the part that is given up had cost; all that is left where it is left out' }) cost?: number;
  @Text({ min: 2, max: 500 }) note!: string;
}

export const exitHolding = command({
  name: 'exit-holding',
  summary: 'Puts down that a holding, or a part of it, was given up for money.',
  on: holdingKind,
  may: 'run',
  target: (input: ExitHolding & { holding: string }) => input.holding,
  async decide(c, { way, on, proceeds, cost, note }, { id, aggregate, fundId, projectId, tranches, exits }) {
    const left = costHeld(tranches, exits);
    if (left === 0n) c.refuse(nothingHeld);
    const part = cost === undefined ? left : BigInt(cost);
    if (part > left) c.refuse(costTooGreat, { left: Number(left) / 100, amount: Number(part) / 100 });
    const open = tranches.filter(({ state }) => state === 'due').length;
    if (part === left && open > 0) c.refuse(tranchesOpen, { count: open });
    c.move(aggregate, holdingMachine.take(part === left ? 'exit' : 'exit-part', aggregate.state, {}, [holdingExited({ way, cost: Number(part), proceeds, on })]));
    const exit = newId();
    await c.tx.holdingExit.create({ data: { districtId: c.district, id: exit, holdingId: id, on, way, cost: part, proceeds: BigInt(proceeds), note } });
    const pots = fundPots(fundId);
    await post(c, [
      { from: pots.invested, to: pots.realised, amount: part, on, ground: `exit:${exit}:cost`, about: id },
      { from: gaveBack(projectId), to: pots.proceeds, amount: BigInt(proceeds), on, ground: `exit:${exit}`, about: id },
    ]);
  },
});
