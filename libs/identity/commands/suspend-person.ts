import { command } from '#platform';
import { personMachine, personSuspended } from '../domain/person.js';
import { person } from './person.js';

export const suspendPerson = command({
  name: 'suspend-person',
  summary: 'Stops a person from acting, at once; what was done stays.',
  on: person,
  may: 'suspend',
  target: (input: { person: string }) => input.person,
  async decide(c, _, someone) {
    c.move(someone.aggregate, personMachine.take('suspend', someone.aggregate.state, {}, [personSuspended({ person: someone.id })]));
  },
});
