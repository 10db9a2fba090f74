import { aggregateKind } from '#platform';

export const parkKind = aggregateKind('park', 'Park', (tx, where) => tx.park.findUnique({ where, include: { aggregate: true, tasks: true } }));
export const siteKind = aggregateKind('site', 'Site', (tx, where) => tx.site.findUnique({ where, include: { aggregate: true } }));
export const dealKind = aggregateKind('deal', 'Deal', (tx, where) => tx.deal.findUnique({ where, include: { aggregate: true, park: true, site: true, steps: true, quarters: { where: { current: true }, orderBy: { quarter: 'asc' } } } }));
export const yieldReviewKind = aggregateKind('yield-review', 'YieldReview', (tx, where) => tx.yieldReview.findUnique({ where, include: { aggregate: true, firms: true } }));
