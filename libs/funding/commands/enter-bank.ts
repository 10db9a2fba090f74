import { command, Text } from '#platform';
import { bankEntered, bankMachine } from '../domain/pool.js';
import { bankKind, poolKind } from './kinds.js';

export class EnterBank {
  @Text({ max: 100 }) name!: string;
}

export const enterBank = command({
  name: 'enter-bank',
  summary: 'Enters a bank that lends under a pool.',
  on: poolKind,
  may: 'run',
  exclusive: false,
  target: (input: EnterBank & { pool: string }) => input.pool,
  async decide(c, { name }, pool) {
    const id = c.create(bankKind.kind, bankMachine.begin(bankEntered({ pool: pool.id, name })));
    await c.tx.bank.create({ data: { districtId: c.district, id, poolId: pool.id, name } });
  },
});
