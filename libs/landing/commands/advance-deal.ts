import { Choice, command, Day, List } from '#platform';
import { capacityReached, dealBuilt, dealMachine, dealNegotiated, groundBroken, productionStarted } from '../domain/deal.js';
import { takeStep } from '../facts/take-step.js';
import { EvidenceInput } from '../inputs/evidence-input.js';
import { dealKind } from './kinds.js';

const EVENTS = { negotiate: dealNegotiated, 'break-ground': groundBroken, complete: dealBuilt, 'start-production': productionStarted, 'reach-capacity': capacityReached } as const;
type Step = keyof typeof EVENTS;

export class AdvanceDeal {
  @Choice(Object.keys(EVENTS) as Step[]) step!: Step;
  @Day({ description: 'When it happened' }) on!: string;
  @List(() => EvidenceInput, { min: 0, max: 20, description: 'What proves it, on file' }) evidence!: EvidenceInput[];
}

export const advanceDeal = command({
  name: 'advance-deal',
  summary: 'Records a deal’s next step with its evidence: talks, ground broken, built, first production, full production.',
  on: dealKind,
  may: 'advance',
  target: (input: AdvanceDeal & { deal: string }) => input.deal,
  async decide(c, { step, on, evidence }, deal) {
    c.move(deal.aggregate, dealMachine.take(step, deal.aggregate.state, {}, [EVENTS[step]({ on })]));
    await takeStep(c, deal, step, on, evidence);
  },
});
