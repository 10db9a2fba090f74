import { command } from '#platform';
import { personMachine, personReinstated } from '../domain/person.js';
import { person } from './person.js';

export const reinstatePerson = command({
  name: 'reinstate-person',
  summary: 'Lets a suspended person act again.',
  on: person,
  may: 'reinstate',
  target: (input: { person: string }) => input.person,
  async decide(c, _, someone) {
    c.move(someone.aggregate, personMachine.take('reinstate', someone.aggregate.state, {}, [personReinstated({ person: someone.id })]));
  },
});
