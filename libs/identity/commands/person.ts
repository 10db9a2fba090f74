import { aggregateKind } from '#platform';

export const person = aggregateKind('person', 'Person', (tx, where) => tx.person.findUnique({ where, include: { aggregate: true, grants: true } }));
