import { command } from '#platform';
import { simulationShared, simulationMachine } from '../domain/simulation.js';
import { simulationKind } from './kinds.js';

export const shareSimulation = command({
  name: 'share-simulation',
  summary: 'Shows a simulation to all who may see simulations.',
  on: simulationKind,
  may: 'run',
  target: (input: { simulation: string }) => input.simulation,
  async decide(c, _, { aggregate, name }) {
    c.move(aggregate, simulationMachine.take('share', aggregate.state, {}, [simulationShared({ name })]));
  },
});
