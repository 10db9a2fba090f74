import { openProject } from '#project';
import { Amount, Choice, command, Day, holds, List, notFound, Part, Ref, Text, today, Whole } from '#platform';
import { tableOn } from '#rulebook';
import { datesWrong, dealIntended, dealMachine, dealRunning, notYourProject, unknownIndustry } from '../domain/deal.js';
import { NeedsInput } from '../inputs/needs-input.js';
import { INDUSTRIES } from '../rules/above-scale.js';
import { LAND_TABLES } from '../rules/standard-land.js';
import { dealKind, parkKind } from './kinds.js';

export class ConsequenceInput {
  @Whole({ min: 1, max: 100 }) belowPercent!: number;
  @Text({ max: 500 }) follows!: string;
}

export class DeclareIntent {
  @Ref({ optional: true, description: 'The project, where it comes along the chain; an investor from outside has one opened' }) project?: string;
  @Text({ max: 120 }) firm!: string;
  @Choice(INDUSTRIES) industry!: string;
  @Amount() investment!: number;
  @Amount({ description: 'Yearly output promised, in fen' }) output!: number;
  @Amount({ description: 'Yearly tax promised, in fen' }) tax!: number;
  @Whole({ max: 100_000 }) jobs!: number;
  @Day({ optional: true, description: 'By when the investment is made' }) investedBy?: string;
  @Day({ optional: true, description: 'By when output, tax and jobs are there' }) yieldBy?: string;
  @List(() => ConsequenceInput, { optional: true, max: 10, description: 'What the contract says follows where less than a part is kept' }) consequences?: ConsequenceInput[];
  @Part(() => NeedsInput, { optional: true }) needs?: NeedsInput;
  @Text({ optional: true, max: 120, description: 'Whom the deal counts for: who signed it first' }) creditedTo?: string;
  @Text({ optional: true, max: 40, description: 'The industry of the table of standards, where its land is sold by standard' }) landIndustry?: string;
}

export const declareIntent = command({
  name: 'declare-intent',
  summary: 'Declares that a project, or an investor from outside, wants to land in a park, what it promises, and what it needs.',
  on: parkKind,
  may: 'land',
  exclusive: false,
  target: (input: DeclareIntent & { park: string }) => input.park,
  async decide(c, { project: given, firm, industry, investment, output, tax, jobs, investedBy, yieldBy, consequences = [], needs, creditedTo, landIndustry }, park) {
    const { actor } = c;
    const manages = holds(actor, 'park-manager', park.id) || holds(actor, 'administrator', c.district);
    if (!manages && (given === undefined || !holds(actor, 'team', given))) c.refuse(notYourProject);
    const declaredOn = await today(c);
    for (const by of [investedBy, yieldBy]) if (by !== undefined && by <= declaredOn) c.refuse(datesWrong, { by, today: declaredOn });
    if (landIndustry !== undefined) {
      const industries = (await tableOn(c.tx, c.district, LAND_TABLES, declaredOn))?.root.standards.map(({ key }) => key) ?? [];
      if (!industries.includes(landIndustry)) c.refuse(unknownIndustry, { industry: landIndustry, industries: industries.join(', ') });
    }
    if (given !== undefined) {
      await c.lock(given);
      if (!(await c.tx.aggregate.findFirst({ where: { districtId: c.district, id: given, kind: 'project' } }))) c.refuse(notFound, { kind: 'project', id: given });
      if (await c.tx.deal.findFirst({ where: { districtId: c.district, projectId: given, aggregate: { state: { not: 'ended' } } } })) c.refuse(dealRunning);
    }
    // A firm's second project is its first one enlarged: it counts once.
    if (await c.tx.deal.findFirst({ where: { districtId: c.district, firm, aggregate: { state: { not: 'ended' } } } })) c.refuse(dealRunning);
    const project = given ?? (await openProject(c, firm, firm, null));
    const promised = { investment, output, tax, jobs };
    const id = c.create(dealKind.kind, dealMachine.begin(dealIntended({ park: park.id, firm, ...promised })), { project });
    await c.tx.deal.create({
      data: {
        ...{ districtId: c.district, id, projectId: project, parkId: park.id, firm, industry, origin: given === undefined ? 'outside' : 'chain', creditedTo: creditedTo ?? null, declaredOn },
        ...{ promisedInvestment: BigInt(investment), promisedOutput: BigInt(output), promisedTax: BigInt(tax), promisedJobs: jobs, investedBy: investedBy ?? null, yieldBy: yieldBy ?? null },
        ...{ consequences: consequences.map(({ belowPercent, follows }) => ({ belowPercent, follows })), ...(needs && { needs: JSON.parse(JSON.stringify(needs)) as object }), landIndustry: landIndustry ?? null },
      },
    });
    return { id, project };
  },
});
