import { Choice, command, Day } from '#platform';
import { capacityReached, dealBuilt, dealMachine, groundBroken, productionStarted } from '../domain/deal.js';
import { dealKind } from './kinds.js';

const STEPS = { 'break-ground': groundBroken, complete: dealBuilt, 'start-production': productionStarted, 'reach-capacity': capacityReached } as const;
type Step = keyof typeof STEPS;

export class AdvanceDeal {
  @Choice(Object.keys(STEPS) as Step[]) step!: Step;
  @Day({ description: 'When it happened' }) on!: string;
}

export const advanceDeal = command({
  name: 'advance-deal',
  summary: 'Records a deal’s next step: ground broken, built, first production, full production.',
  on: dealKind,
  may: 'advance',
  target: (input: AdvanceDeal & { deal: string }) => input.deal,
  async decide(c, { step, on }, { aggregate }) {
    c.move(aggregate, dealMachine.take(step, aggregate.state, {}, [STEPS[step]({ on })]));
  },
});
