import { aggregateKind } from '#platform';

export const parkKind = aggregateKind('park', 'Park', (tx, where) => tx.park.findUnique({ where, include: { aggregate: true } }));
export const siteKind = aggregateKind('site', 'Site', (tx, where) => tx.site.findUnique({ where, include: { aggregate: true } }));
export const dealKind = aggregateKind('deal', 'Deal', (tx, where) => tx.deal.findUnique({ where, include: { aggregate: true, quarters: true } }));
