import { command, Day, newId, notAhead, Text } from '#platform';
import { proposalInvested, proposalMachine } from '../domain/fund-proposal.js';
import { holdingMachine, termsSigned } from '../domain/holding.js';
import type { TermSheet } from '../domain/term-sheet.js';
import { firmNamed } from '../facts/firm-named.js';
import { holdingKind, proposalKind } from './kinds.js';

export class SignTerms {
  @Day() on!: string;
  @Text({ max: 100, description: 'The agreement’s number' }) paper!: string;
}

export const signTerms = command({
  name: 'sign-terms',
  summary: 'Puts down that fund and firm have signed the approved terms; its tranches are then due by their milestones.',
  on: proposalKind,
  may: 'run',
  target: (input: SignTerms & { proposal: string }) => input.proposal,
  async decide(c, { on, paper }, { id: proposalId, aggregate, title, fundId, terms, projectId }) {
    await notAhead(c, on);
    c.move(aggregate, proposalMachine.take('sign', aggregate.state, {}, [proposalInvested({ title })]));
    const agreed = terms as unknown as TermSheet;
    const [id, firm] = [newId(), await firmNamed(c, projectId)];
    c.create(holdingKind.kind, holdingMachine.begin(termsSigned({ fund: fundId!, firm, amount: agreed.amount, instrument: agreed.instrument, on })), { id, project: projectId });
    await c.tx.holding.create({ data: { districtId: c.district, id, fundId: fundId!, proposalId, projectId, firm, terms: terms as object, signedOn: on, paper } });
    await c.tx.tranche.createMany({ data: agreed.tranches.map(({ amount, upon, milestone }, n) => ({ districtId: c.district, id: newId(), holdingId: id, number: n + 1, amount: BigInt(amount), upon, milestoneId: milestone ?? null, state: 'due' })) });
    return { holding: id };
  },
});
