import { command, Text, Texts } from '#platform';
import { endpointChanged, endpointMachine } from '../domain/endpoint.js';
import { fit } from '../domain/fit.js';
import type { EndpointRules } from './add-endpoint.js';
import { endpointKind } from './kinds.js';

export class ChangeEndpoint {
  @Text({ optional: true, min: 2, max: 80 }) name?: string;
  @Text({ optional: true, max: 1000 }) url?: string;
  @Texts({ optional: true, min: 1, max: 300, length: 80 }) events?: string[];
}

export const changeEndpoint = command({
  name: 'change-endpoint',
  summary: 'Gives a place outside another name, address or other events.',
  on: endpointKind,
  may: 'run',
  target: (input: ChangeEndpoint & EndpointRules & { endpoint: string }) => input.endpoint,
  async decide(c, { endpoint: _, known, plain, ...changes }, row) {
    c.must<string>(fit(changes.url ?? row.url, changes.events ?? row.events, known, plain));
    c.move(row.aggregate, endpointMachine.take('change', row.aggregate.state, {}, [endpointChanged({ name: changes.name ?? row.name, changed: Object.keys(changes) })]));
    await c.tx.endpoint.update({ where: c.key(row.id), data: { ...changes, failures: 0, restUntil: null } });
  },
});
