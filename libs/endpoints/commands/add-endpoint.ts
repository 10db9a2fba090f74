import { Choice, command, districtKind, Text, Texts } from '#platform';
import { ENDPOINT_KINDS, endpointAdded, endpointMachine, makesSecret, type EndpointKind } from '../domain/endpoint.js';
import { fit } from '../domain/fit.js';
import { endpointKind, newSecret } from './kinds.js';

export class AddEndpoint {
  @Text({ min: 2, max: 80 }) name!: string;
  @Choice(ENDPOINT_KINDS, { description: 'A program by signed webhook, or the robot of a group' }) kind!: EndpointKind;
  @Text({ max: 1000, description: 'An https address outside' }) url!: string;
  @Texts({ min: 1, max: 300, length: 80, description: 'Names of GET /events; `*` for all' }) events!: string[];
  @Text({ optional: true, max: 200, description: 'The secret that a robot’s platform shows; a webhook gets one' }) secret?: string;
}

/** `known`: the events that there are; `plain`: whether an address without TLS will do. */
export interface EndpointRules {
  readonly known: readonly string[];
  readonly plain: boolean;
}

export const addEndpoint = command({
  name: 'add-endpoint',
  summary: 'Has events sent to a place outside: a program by signed webhook, or a group by its robot. A webhook’s secret is told once.',
  on: districtKind,
  may: 'operate',
  exclusive: false,
  target: (_: AddEndpoint & EndpointRules, district) => district,
  toldOnce: 'secret',
  async decide(c, { name, kind, url, events, secret: given, known, plain }) {
    const host = c.must<string>(fit(url, events, known, plain));
    const secret = makesSecret(kind) ? newSecret() : (given ?? null);
    const id = c.create(endpointKind.kind, endpointMachine.begin(endpointAdded({ name, kind, host })));
    await c.tx.endpoint.create({ data: { districtId: c.district, id, name, kind, url, events, secret } });
    return { id, secret: makesSecret(kind) ? secret : null };
  },
});
