import { Choice, command, Day, List } from '#platform';
import { dealPlanned, stepDisordered } from '../domain/deal.js';
import { STEPS, type Step } from '../domain/deal-steps.js';
import { dealKind } from './kinds.js';

export class PlannedStep {
  @Choice(STEPS) step!: Step;
  @Day() on!: string;
}

export class PlanDeal {
  @List(() => PlannedStep, { max: STEPS.length }) steps!: PlannedStep[];
}

export const planDeal = command({
  name: 'plan-deal',
  summary: 'Sets the days on which a deal’s steps should come; the charts show them beside what came.',
  on: dealKind,
  may: 'advance',
  target: (input: PlanDeal & { deal: string }) => input.deal,
  async decide(c, { steps }, { id: dealId, aggregate }) {
    const inOrder = [...steps].sort((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step));
    for (const [n, { on }] of inOrder.entries()) if (n > 0 && on < inOrder[n - 1]!.on) c.refuse(stepDisordered, { on, before: inOrder[n - 1]!.on });
    c.announce(aggregate, dealPlanned({ steps: inOrder.map(({ step }) => step) }));
    for (const { step, on } of inOrder) await c.tx.dealStep.upsert({ where: { districtId_dealId_step: { districtId: c.district, dealId, step } }, create: { districtId: c.district, dealId, step, plannedOn: on }, update: { plannedOn: on } });
  },
});
