import { command } from '#platform';
import { endpointMachine, endpointPaused, endpointRemoved, endpointResumed } from '../domain/endpoint.js';
import { endpointKind } from './kinds.js';

type Named = (payload: { name: string }) => ReturnType<typeof endpointPaused>;

const turning = (transition: 'pause' | 'resume' | 'remove', summary: string, announce: Named) =>
  command({
    name: `${transition}-endpoint`,
    summary,
    on: endpointKind,
    may: 'run',
    target: (input: { endpoint: string }) => input.endpoint,
    async decide(c, _, { id, name, aggregate }) {
      c.move(aggregate, endpointMachine.take(transition, aggregate.state, {}, [announce({ name })]));
      await c.tx.endpoint.update({ where: c.key(id), data: { failures: 0, restUntil: null, ...(transition === 'remove' && { secret: null, formerSecret: null }) } });
    },
  });

export const pauseEndpoint = turning('pause', 'Sends a place outside nothing for a while; what happens meanwhile can be sent later by a replay.', endpointPaused);
export const resumeEndpoint = turning('resume', 'Sends a place outside events again.', endpointResumed);
export const removeEndpoint = turning('remove', 'Takes a place outside away, with its secret.', endpointRemoved);
