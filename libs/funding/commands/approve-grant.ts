import { splitFen } from '#kernel';
import { budgetPots, inYuan, post } from '#ledger';
import { Amount, command, newId, Text, today } from '#platform';
import { grantApproved, grantMachine, moreThanAllowed } from '../domain/grant.js';
import { budgetShort, instalmentsOf, type InstalmentPlan } from '../domain/scheme.js';
import { grantKind } from './kinds.js';

export class ApproveGrant {
  @Amount({ min: 1, description: 'What it gets: as asked for, or less' }) approved!: number;
  @Text({ max: 60 }) contractNo!: string;
}

export const approveGrant = command({
  name: 'approve-grant',
  summary: 'Approves a project, as asked for or for less; its money is promised at once, out of what the scheme has left.',
  on: grantKind,
  may: 'decide',
  target: (input: ApproveGrant & { grant: string }) => input.grant,
  async decide(c, { approved, contractNo }, { id, aggregate, title, asked, own, budget, scheme }) {
    const amount = BigInt(approved);
    if (amount > asked) c.refuse(moreThanAllowed, { most: inYuan(asked), amount: inYuan(amount) });
    c.move(aggregate, grantMachine.take('approve', aggregate.state, {}, [grantApproved({ title, approved, contractNo })]));
    const plan = scheme.instalments as unknown as readonly InstalmentPlan[];
    const amounts = instalmentsOf(amount, plan);
    await c.tx.projectGrant.update({ where: c.key(id), data: { approved: amount, contractNo, budget: cut(budget as Record<string, number>, amount + own, asked + own) } });
    await c.tx.instalment.createMany({ data: plan.map(({ upon }, n) => ({ districtId: c.district, id: newId(), grantId: id, number: n + 1, amount: amounts[n]!, upon, state: 'due' })) });
    const pots = budgetPots(scheme.id);
    await post(c, [{ from: pots.free, to: pots.promised, amount, on: await today(c), ground: `promise:${id}`, about: id, short: { type: budgetShort, facts: { scheme: scheme.name } } }]);
  },
});

/** A budget cut to what was approved and the firm bears, each heading in proportion, to the fen. */
function cut(budget: Readonly<Record<string, number>>, cost: bigint, of: bigint): Record<string, number> {
  if (cost === of) return { ...budget };
  const headings = Object.keys(budget);
  const shares = splitFen(cost, headings.map((heading) => BigInt(budget[heading]!)));
  return Object.fromEntries(headings.map((heading, n) => [heading, Number(shares[n])]));
}
