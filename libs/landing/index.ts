import { declaredIn, type Feature } from '#platform';
import * as deals from './domain/deal.js';
import * as parks from './domain/park.js';
import * as reviews from './domain/yield-review.js';
import { landingPermits } from './domain/permits.js';
import { LandingModule } from './landing.module.js';
import { recogniseAboveScale } from './reactions/recognise-above-scale.js';
import { ABOVE_SCALE } from './rules/above-scale.js';
import { LAND_TABLES } from './rules/standard-land.js';
import { LANDING_RULES } from './rules/landing-steps.js';

export { capacityReached, dealContracted, dealEnded, dealIntended, productionStarted, roseAboveScale, yieldReported } from './domain/deal.js';
export { LANDING_INVARIANTS } from './invariants.js';
export { LANDING_RECORDS } from './record-sources.js';
export { landingChapter } from './views/landing-chapter.js';
export { ABOVE_SCALE, aboveScaleKey, INDUSTRIES } from './rules/above-scale.js';

export const landing: Feature = {
  name: 'landing',
  module: LandingModule,
  ...declaredIn(parks, deals, reviews),
  reactions: [recogniseAboveScale],
  permits: landingPermits,
  rules: [...LANDING_RULES, ...ABOVE_SCALE, ...LAND_TABLES],
};
