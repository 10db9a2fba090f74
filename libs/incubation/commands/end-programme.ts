import { command } from '#platform';
import { programmeEnded, programmeMachine } from '../domain/cohort.js';
import { programmeKind } from './kinds.js';

export const endProgramme = command({
  name: 'end-programme',
  summary: 'Offers a programme no more; its terms stay.',
  on: programmeKind,
  may: 'run',
  target: (input: { programme: string }) => input.programme,
  async decide(c, _, { aggregate, name }) {
    c.move(aggregate, programmeMachine.take('end', aggregate.state, {}, [programmeEnded({ name })]));
  },
});
