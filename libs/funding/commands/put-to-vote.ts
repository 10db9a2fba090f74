import { firmOf } from '#incubation';
import { command, Part } from '#platform';
import { putToVote as decideToPut, votePut, type Finding } from '../domain/fund-proposal.js';
import { milestoneUnknown } from '../domain/holding.js';
import type { ChecklistItem } from '../domain/seed-fund.js';
import { termSheet } from '../domain/term-sheet.js';
import { TermsInput } from '../inputs/terms-input.js';
import { proposalKind } from './kinds.js';

export class PutToVote {
  @Part(() => TermsInput) terms!: TermsInput;
}

export const putToVote = command({
  name: 'put-to-vote',
  summary: 'Puts terms to the fund’s committee, once everything on the checklist was looked into.',
  on: proposalKind,
  may: 'run',
  target: (input: PutToVote & { proposal: string }) => input.proposal,
  async decide(c, { terms }, { id, aggregate, title, fund, findings, projectId }) {
    const agreed = c.must(termSheet(terms));
    const wanted = terms.tranches.flatMap(({ milestone }) => milestone ?? []);
    const known = new Set(wanted.length > 0 ? (await firmOf(c.tx, c.district, projectId))?.milestones.map((one) => one.id) : []);
    for (const milestone of wanted) if (!known.has(milestone)) c.refuse(milestoneUnknown, { milestone });
    const people = fund?.committee ?? [];
    c.move(aggregate, decideToPut(aggregate.state, (fund?.checklist ?? []) as unknown as readonly ChecklistItem[], findings as unknown as Record<string, Finding>, votePut({ title, people, amount: terms.amount })));
    await c.tx.fundVote.deleteMany({ where: { districtId: c.district, proposalId: id } });
    await c.tx.fundProposal.update({ where: c.key(id), data: { terms: JSON.parse(JSON.stringify(agreed)) as object } });
  },
});
