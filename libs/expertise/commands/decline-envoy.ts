import { command, Text } from '#platform';
import { envoyDeclined, envoyMachine } from '../domain/envoy.js';
import { envoyKind } from './kinds.js';

export class DeclineEnvoy {
  @Text({ min: 2, max: 1000 }) reason!: string;
}

export const declineEnvoy = command({
  name: 'decline-envoy',
  summary: 'Does not select someone as an envoy, with the reason.',
  on: envoyKind,
  may: 'run',
  target: (input: DeclineEnvoy & { envoy: string }) => input.envoy,
  async decide(c, { reason }, { id, aggregate, name }) {
    c.move(aggregate, envoyMachine.take('decline', aggregate.state, {}, [envoyDeclined({ name, reason })]));
    await c.tx.envoy.update({ where: c.key(id), data: { reason } });
  },
});
