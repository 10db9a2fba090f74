import { balanceOf, budgetPots, post } from '#ledger';
import { command, Day } from '#platform';
import { grantMachine, grantPots, nothingUnspent, unspentReturned } from '../domain/grant.js';
import { grantKind } from './kinds.js';

export class ReturnUnspent {
  @Day() on!: string;
}

export const returnUnspent = command({
  name: 'return-unspent',
  summary: 'Puts down that what a project has not spent has gone back to the purse; the scheme may give it again.',
  on: grantKind,
  may: 'pay',
  target: (input: ReturnUnspent & { grant: string }) => input.grant,
  async decide(c, { on }, { id, aggregate, projectId, title, scheme }) {
    const pot = grantPots({ id, projectId }).unspent;
    const unspent = await balanceOf(c.tx, c.district, pot);
    if (unspent === 0n) c.refuse(nothingUnspent);
    c.move(aggregate, grantMachine.take('give-back', aggregate.state, {}, [unspentReturned({ title, amount: Number(unspent), on })]));
    const [pots, of] = [budgetPots(scheme.id), { amount: unspent, on, about: id }];
    await post(c, [
      { from: pot, to: pots.purse, ...of, ground: `unspent:${id}:${aggregate.version + 1}` },
      { from: pots.paid, to: pots.free, ...of, ground: `unspent:${id}:${aggregate.version + 1}:free` },
    ]);
  },
});
