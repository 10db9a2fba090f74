import { command } from '#platform';
import { endpointChanged, endpointMachine } from '../domain/endpoint.js';
import { endpointKind, newSecret } from './kinds.js';

/** How long both secrets sign, for the receiver to change over. */
const BOTH_HOURS = 24;

export const rotateSecret = command({
  name: 'rotate-endpoint-secret',
  summary: 'Gives a webhook a new secret, told once; for a day messages are signed with the one before too.',
  on: endpointKind,
  may: 'run',
  target: (input: { endpoint: string }) => input.endpoint,
  toldOnce: 'secret',
  async decide(c, _, row) {
    const secret = newSecret();
    c.move(row.aggregate, endpointMachine.take('change', row.aggregate.state, {}, [endpointChanged({ name: row.name, changed: ['secret'] })]));
    await c.tx.endpoint.update({ where: c.key(row.id), data: { secret, formerSecret: row.secret, formerUntil: new Date(c.now.getTime() + BOTH_HOURS * 3_600_000) } });
    return { id: row.id, secret };
  },
});
