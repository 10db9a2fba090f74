import { command, Day, notAhead, Text } from '#platform';
import { contractMachine, contractNumberTaken, contractRegistered, technologyAmount } from '../domain/technology.js';
import { contractKind } from './kinds.js';

export class RegisterContract {
  @Text({ max: 60 }) number!: string;
  @Day() on!: string;
}

export const registerContract = command({
  name: 'register-contract',
  summary: 'Puts down a technology contract’s registration, once, under its number.',
  on: contractKind,
  may: 'register',
  target: (input: RegisterContract & { contract: string }) => input.contract,
  async decide(c, { number, on }, { id, aggregate, kind, title, amount, nonTechnical }) {
    await notAhead(c, on);
    if ((await c.tx.technologyContract.count({ where: { districtId: c.district, number, id: { not: id } } })) > 0) c.refuse(contractNumberTaken, { number });
    c.move(aggregate, contractMachine.take('register', aggregate.state, {}, [contractRegistered({ kind, title, number, amount: Number(amount), technologyAmount: Number(technologyAmount(amount, nonTechnical)), on })]));
    await c.tx.technologyContract.update({ where: c.key(id), data: { number, registeredOn: on, reason: null } });
  },
});
