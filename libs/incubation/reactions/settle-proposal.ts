import { reaction } from '#platform';
import { proposalInvested, proposalMachine } from '../domain/fund-proposal.js';
import { investmentPaid } from '../domain/seed-fund.js';

export const settleProposal = reaction({
  name: 'settle-proposal',
  summary: 'Ends a proposal when a fund invests in its project.',
  on: [investmentPaid],
  async react(c, { project }) {
    if (!project) return;
    const open = await c.tx.fundProposal.findMany({ where: { districtId: c.district, projectId: project, aggregate: { state: { in: ['proposed', 'dropped'] } } }, include: { aggregate: true } });
    for (const { aggregate, title } of open) c.move(aggregate, proposalMachine.take('invest', aggregate.state, {}, [proposalInvested({ title })]));
  },
});
