import { command } from '#platform';
import { simulationDropped, simulationMachine } from '../domain/simulation.js';
import { simulationKind } from './kinds.js';

export const dropSimulation = command({
  name: 'drop-simulation',
  summary: 'Puts a simulation away.',
  on: simulationKind,
  may: 'run',
  target: (input: { simulation: string }) => input.simulation,
  async decide(c, _, { aggregate, name }) {
    c.move(aggregate, simulationMachine.take('drop', aggregate.state, {}, [simulationDropped({ name })]));
  },
});
