import { aggregateKind } from '#platform';

export const mergeRequest = aggregateKind('merge-request', 'MergeRequest', (tx, where) => tx.mergeRequest.findUnique({ where, include: { aggregate: true } }));
