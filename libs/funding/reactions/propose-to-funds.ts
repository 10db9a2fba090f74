import { entryAwarded } from '#contest';
import { newId, reaction } from '#platform';
import { proposalKind } from '../commands/kinds.js';
import { proposalMachine, proposedToFunds } from '../domain/fund-proposal.js';

export const proposeToFunds = reaction({
  name: 'propose-to-funds',
  summary: 'Proposes every winner to the seed funds.',
  on: [entryAwarded],
  async react(c, { aggregate: entry, project, payload: { title } }) {
    // A project that won twice is proposed once, until a fund has answered.
    if (!project || (await c.tx.fundProposal.count({ where: { districtId: c.district, projectId: project, aggregate: { state: 'proposed' } } })) > 0) return;
    const id = newId();
    c.create(proposalKind.kind, proposalMachine.begin(proposedToFunds({ entry, title })), { id, project });
    await c.tx.fundProposal.create({ data: { districtId: c.district, id, projectId: project, entryId: entry, title } });
  },
});
