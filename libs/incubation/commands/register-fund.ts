import { Amount, command, districtKind, Text } from '#platform';
import { fundMachine, fundRegistered } from '../domain/seed-fund.js';
import { fundKind } from './kinds.js';

export class RegisterFund {
  @Text({ max: 100 }) name!: string;
  @Amount({ min: 1 }) capital!: number;
}

export const registerFund = command({
  name: 'register-fund',
  summary: 'Enters a seed fund with its capital.',
  on: districtKind,
  may: 'register-fund',
  exclusive: false,
  target: (_: RegisterFund, district) => district,
  async decide(c, { name, capital }) {
    const id = c.create(fundKind.kind, fundMachine.begin(fundRegistered({ name, capital })));
    await c.tx.seedFund.create({ data: { districtId: c.district, id, name, capital: BigInt(capital) } });
  },
});
