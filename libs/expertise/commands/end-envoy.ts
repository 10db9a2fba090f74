import { command, Day, Text } from '#platform';
import { envoyEnded, envoyMachine } from '../domain/envoy.js';
import { envoyKind } from './kinds.js';

export class EndEnvoy {
  @Day() on!: string;
  @Text({ min: 2, max: 1000 }) reason!: string;
}

export const endEnvoy = command({
  name: 'end-envoy',
  summary: 'Ends an envoy’s service: his term is over, or he leaves before.',
  on: envoyKind,
  may: 'run',
  target: (input: EndEnvoy & { envoy: string }) => input.envoy,
  async decide(c, { on, reason }, { id, aggregate, name }) {
    c.move(aggregate, envoyMachine.take('end', aggregate.state, {}, [envoyEnded({ name, on, reason })]));
    await c.tx.envoy.update({ where: c.key(id), data: { reason } });
  },
});
