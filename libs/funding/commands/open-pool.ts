import { Amount, command, districtKind, Text, Whole } from '#platform';
import { linesCrossed, poolMachine, poolOpened } from '../domain/pool.js';
import { poolKind } from './kinds.js';

export class OpenPool {
  @Text({ max: 100 }) name!: string;
  @Amount({ description: 'Fen that never leave it' }) floor!: number;
  @Whole({ optional: true, min: 1, max: 100, description: 'Percent of the overdue principal that it pays; 80 where it is left out' }) share?: number;
  @Whole({ optional: true, min: 1, max: 100, description: 'Percent of what it stands for that it keeps ready; 100 where it is left out' }) reserve?: number;
  @Whole({ optional: true, min: 1, max: 99, description: 'Loss in percent of what a bank has lent at which it is warned; 5 where it is left out' }) warnAt?: number;
  @Whole({ optional: true, min: 1, max: 100, description: 'Loss in percent at which it is stopped; 8 where it is left out' }) stopAt?: number;
}

export const openPool = command({
  name: 'open-pool',
  summary: 'Sets up a pool that shares the loss of loans given on firms’ knowledge.',
  on: districtKind,
  may: 'open-pool',
  exclusive: false,
  target: (_: OpenPool, district) => district,
  async decide(c, { name, floor, share = 80, reserve = 100, warnAt = 5, stopAt = 8 }) {
    if (warnAt >= stopAt) c.refuse(linesCrossed, { warnAt, stopAt });
    const id = c.create(poolKind.kind, poolMachine.begin(poolOpened({ name, floor, share })));
    await c.tx.creditPool.create({ data: { districtId: c.district, id, name, floor: BigInt(floor), share, reserve, warnAt, stopAt } });
  },
});
