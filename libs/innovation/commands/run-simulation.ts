import { Choice, command, Day, districtKind, List, Quantity, Text, today } from '#platform';
import { simulationMachine, simulationRun, SIMULATED, type Simulated } from '../domain/simulation.js';
import { simulate } from '../facts/simulate.js';
import { simulationKind } from './kinds.js';

class LeverChange {
  @Text({ max: 80, description: 'Which figure of the rule, as `GET /simulations/levers` names it' }) lever!: string;
  @Quantity({ min: -1e15, max: 1e15, description: 'What it is to be' }) to!: number;
}

export class RunSimulation {
  @Text({ min: 2, max: 120 }) name!: string;
  @Choice(SIMULATED) rule!: Simulated;
  @Text({ optional: true, max: 80, description: 'The policy’s id, or the key of a rule of eligibility' }) of?: string;
  @Day({ optional: true, description: 'By the rule of this day; today where it is left out' }) day?: string;
  @List(() => LeverChange, { max: 40 }) changes!: LeverChange[];
  @Text({ optional: true, max: 1000 }) note?: string;
}

export const runSimulation = command({
  name: 'run-simulation',
  summary: 'Tries what a changed rule would have made of all that is on record, and keeps the answer.',
  on: districtKind,
  may: 'simulate',
  exclusive: false,
  target: (_: RunSimulation, district) => district,
  async decide(c, { name, rule, of = null, day, changes, note }) {
    const on = day ?? (await today(c));
    const moved = Object.fromEntries(changes.map(({ lever, to }) => [lever, to]));
    const result = c.must(await simulate(c.tx, c.district, { rule, of, day: on }, moved));
    const id = c.create(simulationKind.kind, simulationMachine.begin(simulationRun({ name, rule, changed: result.changed.length })));
    await c.tx.simulation.create({ data: { districtId: c.district, id, name, rule, of, day: on, changes: moved, result: JSON.parse(JSON.stringify(result)) as object, byId: c.person, note: note ?? null } });
    return { id, changed: result.changed.length };
  },
});
