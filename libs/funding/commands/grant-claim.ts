import { budgetPots, post } from '#ledger';
import { command, today } from '#platform';
import { budgetShort } from '../domain/scheme.js';
import { claimMachine, subsidyGranted } from '../domain/subsidy.js';
import { claimKind } from './kinds.js';

export const grantClaim = command({
  name: 'grant-claim',
  summary: 'Grants a subsidy; its money is promised out of the budget.',
  on: claimKind,
  may: 'decide',
  target: (input: { claim: string }) => input.claim,
  async decide(c, _, { id, aggregate, firm, ground, amount, subsidy }) {
    c.move(aggregate, claimMachine.take('grant', aggregate.state, {}, [subsidyGranted({ firm, ground, amount: Number(amount) })]));
    const pots = budgetPots(subsidy.id);
    await post(c, [{ from: pots.free, to: pots.promised, amount, on: await today(c), ground: `promise:${id}`, about: id, short: { type: budgetShort, facts: { scheme: subsidy.name } } }]);
  },
});
