import { Amount, command, Day, holds, List, newId, Ref, Text, today } from '#platform';
import { checkBudget, grantAskedAlready, grantMachine, grantNotYours, grantSubmitted } from '../domain/grant.js';
import { schemeShut } from '../domain/scheme.js';
import { firmNamed } from '../facts/firm-named.js';
import { headingsOf } from '../facts/headings-of.js';
import { grantKind, schemeKind } from './kinds.js';

export class BudgetLine {
  @Text({ max: 40 }) heading!: string;
  @Amount({ min: 1 }) amount!: number;
}

export class ApplyForGrant {
  @Ref() project!: string;
  @Text({ max: 200 }) title!: string;
  @Text({ min: 2, max: 20_000 }) plan!: string;
  @Text({ min: 2, max: 4000, description: 'What will be there at the end, by which it is accepted' }) targets!: string;
  @Amount({ min: 1 }) asked!: number;
  @Amount({ description: 'What the firm bears itself' }) own!: number;
  @List(() => BudgetLine, { max: 40, description: 'The whole cost, by heading' }) budget!: BudgetLine[];
  @Day() endsOn!: string;
}

export const applyForGrant = command({
  name: 'apply-for-grant',
  summary: 'Applies under a scheme for a project to be paid for, with its budget by heading.',
  on: schemeKind,
  may: 'ask',
  exclusive: false,
  target: (input: ApplyForGrant & { scheme: string }) => input.scheme,
  async decide(c, { project, title, plan, targets, asked, own, budget, endsOn }, scheme) {
    if (!holds(c.actor, 'team', project) && !holds(c.actor, 'administrator', c.district)) c.refuse(grantNotYours);
    const day = await today(c);
    if (day < scheme.opensOn || day > scheme.closesOn) c.refuse(schemeShut, { scheme: scheme.name, opensOn: scheme.opensOn, closesOn: scheme.closesOn, today: day });
    const firm = await firmNamed(c, project);
    const lines = new Map<string, bigint>();
    for (const { heading, amount } of budget) lines.set(heading, (lines.get(heading) ?? 0n) + BigInt(amount));
    c.must(checkBudget({ asked: BigInt(asked), own: BigInt(own), lines }, { headings: headingsOf(scheme).map(({ key }) => key), ownShare: scheme.ownShare, perProject: scheme.perProject }));
    await c.lock(project);
    if ((await c.tx.projectGrant.count({ where: { districtId: c.district, schemeId: scheme.id, projectId: project, aggregate: { state: { notIn: ['refused', 'withdrawn'] } } } })) > 0) c.refuse(grantAskedAlready);
    const id = newId();
    c.create(grantKind.kind, grantMachine.begin(grantSubmitted({ scheme: scheme.id, title, firm, asked })), { id, project });
    await c.tx.projectGrant.create({ data: { districtId: c.district, id, schemeId: scheme.id, projectId: project, firm, title, plan, targets, asked: BigInt(asked), own: BigInt(own), endsOn, budget: Object.fromEntries([...lines].map(([heading, amount]) => [heading, Number(amount)])) } });
    return { id };
  },
});
