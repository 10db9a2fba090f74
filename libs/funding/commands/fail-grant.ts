import { balanceOf, budgetPots, post } from '#ledger';
import { command, today } from '#platform';
import { grantFailed, grantMachine, grantPots } from '../domain/grant.js';
import type { AcceptGrant } from './accept-grant.js';
import { grantKind } from './kinds.js';

export const failGrant = command({
  name: 'fail-grant',
  summary: 'Ends a project that was not accepted, or early: what was promised and not paid is free again, and what is unspent is to go back.',
  on: grantKind,
  may: 'decide',
  target: (input: AcceptGrant & { grant: string }) => input.grant,
  async decide(c, { note }, { id, aggregate, projectId, title, scheme, instalments }) {
    const unspent = Number(await balanceOf(c.tx, c.district, grantPots({ id, projectId }).unspent));
    c.move(aggregate, grantMachine.take('fail', aggregate.state, {}, [grantFailed({ title, unspent, reason: note })]));
    const on = await today(c);
    await c.tx.projectGrant.update({ where: c.key(id), data: { acceptance: { passed: false, note, on, by: c.person }, reason: note } });
    await c.tx.instalment.updateMany({ where: { districtId: c.district, grantId: id, state: 'due' }, data: { state: 'cancelled' } });
    const open = instalments.filter(({ state }) => state === 'due').reduce((sum, { amount }) => sum + amount, 0n);
    const pots = budgetPots(scheme.id);
    await post(c, [{ from: pots.promised, to: pots.free, amount: open, on, ground: `release:${id}`, about: id }]);
  },
});
