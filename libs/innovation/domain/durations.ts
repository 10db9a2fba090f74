import { incubateeAdmitted, incubateeGraduated, incubateeLeft, incubateeRemoved } from '#incubation';
import { dealContracted, dealEnded, productionStarted, roseAboveScale } from '#landing';

/** A stretch of the chain: from an event of a thing to another of the same; `ends` are those after which the second can't come. */
export interface Stretch {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly from: string;
  readonly to: string;
  readonly ends: readonly string[];
}

export const STRETCHES: readonly Stretch[] = [
  { key: 'to-graduation', zh: '入孵到毕业', en: 'from admission to graduation', from: incubateeAdmitted.event, to: incubateeGraduated.event, ends: [incubateeLeft.event, incubateeRemoved.event] },
  { key: 'to-production', zh: '签约到投产', en: 'from the contract to production', from: dealContracted.event, to: productionStarted.event, ends: [dealEnded.event] },
  { key: 'to-scale', zh: '投产到升规', en: 'from production to above scale', from: productionStarted.event, to: roseAboveScale.event, ends: [dealEnded.event] },
];
