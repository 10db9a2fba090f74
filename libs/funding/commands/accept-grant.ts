import { balanceOf } from '#ledger';
import { command, Text, today } from '#platform';
import { grantAccepted, grantMachine, grantPots } from '../domain/grant.js';
import { grantKind } from './kinds.js';

export class AcceptGrant {
  @Text({ min: 2, max: 4000, description: 'What was found against the targets' }) note!: string;
}

export const acceptGrant = command({
  name: 'accept-grant',
  summary: 'Accepts a project at its end: it has reached its targets. What waits for acceptance may be paid.',
  on: grantKind,
  may: 'decide',
  target: (input: AcceptGrant & { grant: string }) => input.grant,
  async decide(c, { note }, { id, aggregate, projectId, title, spendings }) {
    const unspent = Number(await balanceOf(c.tx, c.district, grantPots({ id, projectId }).unspent));
    const spent = Number(spendings.reduce((sum, { amount }) => sum + amount, 0n));
    c.move(aggregate, grantMachine.take('accept', aggregate.state, {}, [grantAccepted({ title, spent, unspent, note })]));
    await c.tx.projectGrant.update({ where: c.key(id), data: { acceptance: { passed: true, note, on: await today(c), by: c.person } } });
  },
});
