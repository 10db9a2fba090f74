import { Amount, Choice, command, holds, notFound, Ref, Text, Whole } from '#platform';
import { dealIntended, dealMachine, dealRunning, notYourProject } from '../domain/deal.js';
import { INDUSTRIES } from '../rules/above-scale.js';
import { dealKind, parkKind } from './kinds.js';

export class DeclareIntent {
  @Ref() project!: string;
  @Text({ max: 120 }) firm!: string;
  @Choice(INDUSTRIES) industry!: string;
  @Amount() investment!: number;
  @Amount({ description: 'Yearly output promised, in fen' }) output!: number;
  @Amount({ description: 'Yearly tax promised, in fen' }) tax!: number;
  @Whole({ max: 100_000 }) jobs!: number;
}

export const declareIntent = command({
  name: 'declare-intent',
  summary: 'Declares that a project wants to land in a park, and what it promises.',
  on: parkKind,
  may: 'land',
  exclusive: false,
  target: (input: DeclareIntent & { park: string }) => input.park,
  async decide(c, { project, firm, industry, investment, output, tax, jobs }, park) {
    const { actor } = c;
    if (!holds(actor, 'team', project) && !holds(actor, 'park-manager', park.id) && !holds(actor, 'administrator', c.district)) c.refuse(notYourProject);
    await c.lock(project);
    if (!(await c.tx.aggregate.findFirst({ where: { districtId: c.district, id: project, kind: 'project' } }))) c.refuse(notFound, { kind: 'project', id: project });
    if (await c.tx.deal.findFirst({ where: { districtId: c.district, projectId: project, aggregate: { state: { not: 'ended' } } } })) c.refuse(dealRunning);
    const promised = { investment, output, tax, jobs };
    const id = c.create(dealKind.kind, dealMachine.begin(dealIntended({ park: park.id, firm, ...promised })), { project });
    await c.tx.deal.create({
      data: {
        ...{ districtId: c.district, id, projectId: project, parkId: park.id, firm, industry },
        ...{ promisedInvestment: BigInt(investment), promisedOutput: BigInt(output), promisedTax: BigInt(tax), promisedJobs: jobs },
      },
    });
  },
});
