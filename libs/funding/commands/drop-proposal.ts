import { post } from '#ledger';
import { command, Text, today } from '#platform';
import { fundPots } from '../domain/fund-pots.js';
import { proposalDropped, proposalMachine } from '../domain/fund-proposal.js';
import type { TermSheet } from '../domain/term-sheet.js';
import { proposalKind } from './kinds.js';

export class DropProposal {
  @Text({ min: 2, max: 1000 }) reason!: string;
}

export const dropProposal = command({
  name: 'drop-proposal',
  summary: 'Puts down why a fund does not invest; what was promised is free again. It may be taken up again later.',
  on: proposalKind,
  may: 'run',
  target: (input: DropProposal & { proposal: string }) => input.proposal,
  async decide(c, { reason }, { id, aggregate, title, fundId, terms }) {
    c.move(aggregate, proposalMachine.take('drop', aggregate.state, {}, [proposalDropped({ title, reason })]));
    await c.tx.fundProposal.update({ where: c.key(id), data: { reason } });
    if (aggregate.state !== 'approved' || fundId === null) return;
    const { free, promised } = fundPots(fundId);
    await post(c, [{ from: promised, to: free, amount: BigInt((terms as unknown as TermSheet).amount), on: await today(c), ground: `release:${id}:${aggregate.version + 1}`, about: id }]);
  },
});
