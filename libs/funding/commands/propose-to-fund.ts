import { firmOf } from '#incubation';
import { Amount, command, holds, newId, Ref, Text } from '#platform';
import { fundAsked, notToPropose, proposalMachine, proposedAlready } from '../domain/fund-proposal.js';
import { firmNamed } from '../facts/firm-named.js';
import { fundKind, proposalKind } from './kinds.js';

export class ProposeToFund {
  @Ref() project!: string;
  @Text({ max: 200 }) title!: string;
  @Amount({ min: 1, description: 'What is asked for, in fen' }) asked!: number;
  @Text({ min: 2, max: 8000, description: 'What it is for' }) plan!: string;
  @Ref({ optional: true, description: 'The fund’s holding that this follows on' }) follows?: string;
}

const UNDER_WAY = ['proposed', 'diligence', 'voting', 'approved'];

export const proposeToFund = command({
  name: 'propose-to-fund',
  summary: 'Asks a fund for money for a winner, a firm in incubation or a graduate; also for more of a project it holds.',
  on: fundKind,
  may: 'ask',
  exclusive: false,
  target: (input: ProposeToFund & { fund: string }) => input.fund,
  async decide(c, { project, title, asked, plan, follows }, fund) {
    const runs = holds(c.actor, 'fund-manager', fund.id) || holds(c.actor, 'administrator', c.district);
    if (!runs && !holds(c.actor, 'team', project)) c.refuse(notToPropose);
    await firmNamed(c, project);
    await c.lock(project);
    const firm = await firmOf(c.tx, c.district, project);
    const won = await c.tx.fundProposal.count({ where: { districtId: c.district, projectId: project, entryId: { not: null } } });
    if (won === 0 && !['admitted', 'graduated'].includes(firm?.aggregate.state ?? '')) c.refuse(notToPropose);
    if ((await c.tx.fundProposal.count({ where: { districtId: c.district, projectId: project, fundId: fund.id, aggregate: { state: { in: UNDER_WAY } } } })) > 0) c.refuse(proposedAlready);
    if (follows !== undefined && (await c.tx.holding.count({ where: { districtId: c.district, id: follows, fundId: fund.id, projectId: project } })) === 0) c.refuse(notToPropose);
    const id = newId();
    c.create(proposalKind.kind, proposalMachine.begin(fundAsked({ fund: fund.id, title, asked })), { id, project });
    await c.tx.fundProposal.create({ data: { districtId: c.district, id, projectId: project, title, fundId: fund.id, asked: BigInt(asked), plan, followsId: follows ?? null } });
    return { id };
  },
});
