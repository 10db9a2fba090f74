import { command, Text } from '#platform';
import { proposalDropped, proposalMachine } from '../domain/fund-proposal.js';
import { proposalKind } from './kinds.js';

export class DropProposal {
  @Text({ min: 2, max: 1000 }) reason!: string;
}

export const dropProposal = command({
  name: 'drop-proposal',
  summary: 'Puts down why the seed funds do not invest in a winner; an investment later takes it up again.',
  on: proposalKind,
  may: 'invest',
  target: (input: DropProposal & { proposal: string }) => input.proposal,
  async decide(c, { reason }, proposal) {
    c.move(proposal.aggregate, proposalMachine.take('drop', proposal.aggregate.state, {}, [proposalDropped({ title: proposal.title, reason })]));
    await c.tx.fundProposal.update({ where: c.key(proposal.id), data: { reason } });
  },
});
