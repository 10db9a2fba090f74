import { balancesOf, keyOf, post } from '#ledger';
import { Amount, command, Day, newId, Text } from '#platform';
import { paysIn, poolFilled, poolPots } from '../domain/pool.js';
import { poolKind } from './kinds.js';

export class FillPool {
  @Text({ max: 60, example: '市级' }) from!: string;
  @Amount({ min: 1 }) amount!: number;
  @Day() on!: string;
}

export const fillPool = command({
  name: 'fill-pool',
  summary: 'Puts down money paid into a pool: first up to its floor, which stays, then what it can pay with.',
  on: poolKind,
  may: 'run',
  target: (input: FillPool & { pool: string }) => input.pool,
  async decide(c, { from, amount, on }, { id, aggregate, floor }) {
    const pots = poolPots(id);
    const kept = (await balancesOf(c.tx, c.district, [id])).get(keyOf(pots.kept)) ?? 0n;
    const below = floor > kept ? floor - kept : 0n;
    const stays = below < BigInt(amount) ? below : BigInt(amount);
    const [filling, of] = [newId(), { on, about: id }];
    c.announce(aggregate, poolFilled({ from, amount, on }));
    await post(c, [
      { from: paysIn(id, from), to: pots.kept, amount: stays, ...of, ground: `fill:${filling}:kept` },
      { from: paysIn(id, from), to: pots.cash, amount: BigInt(amount) - stays, ...of, ground: `fill:${filling}` },
      { from: pots.backing, to: pots.room, amount: BigInt(amount) - stays, ...of, ground: `fill:${filling}:room` },
    ]);
  },
});
