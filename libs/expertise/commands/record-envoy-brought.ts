import { Choice, command, Day, newId, notAhead, Text } from '#platform';
import { broughtAlready, BROUGHT_KINDS, envoyBrought, envoyMachine } from '../domain/envoy.js';
import { envoyKind } from './kinds.js';

export class RecordEnvoyBrought {
  @Choice(BROUGHT_KINDS) kind!: (typeof BROUGHT_KINDS)[number];
  @Text({ max: 200 }) name!: string;
  @Text({ max: 200, description: 'Where it is used' }) place!: string;
  @Day() on!: string;
}

export const recordEnvoyBrought = command({
  name: 'record-envoy-brought',
  summary: 'Enters a variety or a technology that an envoy has brought in.',
  on: envoyKind,
  may: 'serve',
  target: (input: RecordEnvoyBrought & { envoy: string }) => input.envoy,
  async decide(c, { kind, name, place, on }, { id, aggregate, brought }) {
    await notAhead(c, on);
    if (brought.some((one) => one.name === name)) c.refuse(broughtAlready, { name });
    c.move(aggregate, envoyMachine.take('serve', aggregate.state, {}, [envoyBrought({ kind, name, place, on })]));
    await c.tx.envoyBrought.create({ data: { districtId: c.district, id: newId(), envoyId: id, kind, name, place, on } });
  },
});
