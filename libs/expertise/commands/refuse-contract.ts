import { command, Text } from '#platform';
import { contractMachine, contractNotRegistered } from '../domain/technology.js';
import { contractKind } from './kinds.js';

export class RefuseContract {
  @Text({ min: 2, max: 1000 }) reason!: string;
}

export const refuseContract = command({
  name: 'refuse-contract',
  summary: 'Puts down why a contract was not taken into the register.',
  on: contractKind,
  may: 'register',
  target: (input: RefuseContract & { contract: string }) => input.contract,
  async decide(c, { reason }, { id, aggregate, title }) {
    c.move(aggregate, contractMachine.take('refuse', aggregate.state, {}, [contractNotRegistered({ title, reason })]));
    await c.tx.technologyContract.update({ where: c.key(id), data: { reason } });
  },
});
