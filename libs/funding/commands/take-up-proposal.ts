import { command, notFound, Prisma, Ref } from '#platform';
import { notOfFund, proposalMachine, proposalTakenUp } from '../domain/fund-proposal.js';
import { proposalKind } from './kinds.js';

export class TakeUpProposal {
  @Ref({ description: 'The fund that looks into it' }) fund!: string;
}

export const takeUpProposal = command({
  name: 'take-up-proposal',
  summary: 'A fund begins to look into a proposal: a winner that was proposed to all, or one that was dropped.',
  on: proposalKind,
  may: 'run',
  target: (input: TakeUpProposal & { proposal: string }) => input.proposal,
  async decide(c, { fund: fundId }, { id, aggregate, title, fundId: asked }) {
    const fund = (await c.tx.seedFund.findUnique({ where: c.key(fundId) })) ?? c.refuse(notFound, { kind: 'seed-fund', id: fundId });
    if (asked !== null && asked !== fund.id) c.refuse(notOfFund);
    c.move(aggregate, proposalMachine.take('take-up', aggregate.state, {}, [proposalTakenUp({ fund: fund.id, title })]));
    await c.tx.fundProposal.update({ where: c.key(id), data: { fundId: fund.id, reason: null, findings: {}, terms: Prisma.DbNull } });
  },
});
