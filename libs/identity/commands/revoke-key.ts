import { aggregateKind, command } from '#platform';
import { apiKeyMachine, keyRevoked } from '../domain/api-key.js';

const apiKeyKind = aggregateKind('api-key', 'ApiKey', (tx, where) => tx.apiKey.findUnique({ where, include: { aggregate: true } }));

export const revokeKey = command({
  name: 'revoke-key',
  summary: 'Takes a key back at once.',
  on: apiKeyKind,
  may: 'revoke',
  target: (input: { key: string }) => input.key,
  async decide(c, _, { name, aggregate }) {
    c.move(aggregate, apiKeyMachine.take('revoke', aggregate.state, {}, [keyRevoked({ name })]));
  },
});
