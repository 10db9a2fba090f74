import { randomBytes } from 'node:crypto';
import { aggregateKind } from '#platform';

export const endpointKind = aggregateKind('endpoint', 'Endpoint', (tx, where) => tx.endpoint.findUnique({ where, include: { aggregate: true } }));

/** A new secret in the form of the Standard Webhooks. */
export const newSecret = (): string => `whsec_${randomBytes(24).toString('base64')}`;
