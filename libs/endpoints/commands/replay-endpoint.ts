import { command, Instant } from '#platform';
import { endpointMachine, endpointReplayed } from '../domain/endpoint.js';
import { endpointKind } from './kinds.js';

export class ReplayEndpoint {
  @Instant({ description: 'What happened from then on is sent once more' }) from!: string;
}

export const replayEndpoint = command({
  name: 'replay-endpoint',
  summary: 'Sends all that happened from a time on to a place outside once more, with the same ids.',
  on: endpointKind,
  may: 'run',
  target: (input: ReplayEndpoint & { endpoint: string }) => input.endpoint,
  async decide(c, { from }, { id, name, events, aggregate }) {
    const count = await c.tx.$executeRaw`
      INSERT INTO outgoing (district_id, endpoint_id, event_id, state, try_at)
      SELECT district_id, ${id}::uuid, id, 'waiting', ${c.now} FROM event WHERE district_id = ${c.district}::uuid AND at >= ${new Date(from)} AND ('*' = ANY(${events}) OR name = ANY(${events}))
      ON CONFLICT (district_id, endpoint_id, event_id) DO UPDATE SET state = 'waiting', attempts = 0, last_error = NULL, try_at = EXCLUDED.try_at`;
    c.move(aggregate, endpointMachine.take('change', aggregate.state, {}, [endpointReplayed({ name, from, events: count })]));
    return { id, events: count };
  },
});
