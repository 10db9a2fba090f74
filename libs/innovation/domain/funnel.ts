import { callAnnounced, entryAwarded, entryShortlisted, entrySubmitted } from '#contest';
import { incubateeAdmitted, incubateeGraduated, investmentPaid } from '#incubation';
import { dealContracted, productionStarted, roseAboveScale } from '#landing';

/** A stage of the chain: a project has reached it once the event has happened to it. */
export interface Stage {
  readonly key: string;
  readonly event: string;
  /** Counted only once this has happened to the thing that the event's field names: what is not public yet stays out. */
  readonly once?: { readonly event: string; readonly field: string };
  readonly zh: string;
  readonly en: string;
}

/** The event by which a project is in a call. */
export const ENTERED = entrySubmitted.event;

export const STAGES: readonly Stage[] = [
  { key: 'entered', event: entrySubmitted.event, zh: '参赛', en: 'entered' },
  { key: 'shortlisted', event: entryShortlisted.event, once: { event: callAnnounced.event, field: 'call' }, zh: '入围', en: 'shortlisted' },
  { key: 'awarded', event: entryAwarded.event, zh: '获奖', en: 'awarded' },
  { key: 'funded', event: investmentPaid.event, zh: '获投', en: 'funded' },
  { key: 'admitted', event: incubateeAdmitted.event, zh: '入孵', en: 'admitted' },
  { key: 'graduated', event: incubateeGraduated.event, zh: '毕业', en: 'graduated' },
  { key: 'landed', event: dealContracted.event, zh: '签约落地', en: 'landed' },
  { key: 'producing', event: productionStarted.event, zh: '投产', en: 'producing' },
  { key: 'above-scale', event: roseAboveScale.event, zh: '升规', en: 'above scale' },
];
