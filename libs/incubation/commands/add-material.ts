import { command, newId, Text } from '#platform';
import { cohortMachine, cohortPlanned } from '../domain/cohort.js';
import { cohortKind } from './kinds.js';

export class AddMaterial {
  @Text({ max: 120 }) title!: string;
  @Text({ min: 0, max: 20_000 }) text!: string;
  @Text({ optional: true, max: 500, description: 'Where more of it lies' }) url?: string;
}

export const addMaterial = command({
  name: 'add-material',
  summary: 'Gives the participants of a term something to read.',
  on: cohortKind,
  may: 'run',
  target: (input: AddMaterial & { cohort: string }) => input.cohort,
  async decide(c, { cohort, ...given }, { aggregate }) {
    const material = newId();
    c.move(aggregate, cohortMachine.take('plan', aggregate.state, {}, [cohortPlanned({ what: 'material', title: given.title })]));
    await c.tx.cohortMaterial.create({ data: { districtId: c.district, id: material, cohortId: cohort, ...given } });
    return { material };
  },
});
