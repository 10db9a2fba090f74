import { investmentPaid } from '#incubation';
import { reaction } from '#platform';
import { proposalInvested, proposalMachine } from '../domain/fund-proposal.js';

export const settleProposal = reaction({
  name: 'settle-proposal',
  summary: 'Ends what was proposed to no fund in particular when a fund invests in its project.',
  on: [investmentPaid],
  async react(c, { project }) {
    if (!project) return;
    const open = await c.tx.fundProposal.findMany({ where: { districtId: c.district, projectId: project, fundId: null, aggregate: { state: { in: ['proposed', 'dropped'] } } }, include: { aggregate: true } });
    for (const { aggregate, title } of open) c.move(aggregate, proposalMachine.take('invest', aggregate.state, {}, [proposalInvested({ title })]));
  },
});
