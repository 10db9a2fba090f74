import { command, Day } from '#platform';
import { managerLeft, technologyManagerMachine } from '../domain/technology.js';
import { managerKind } from './kinds.js';

export class LetTechnologyManagerGo {
  @Day() on!: string;
}

export const letTechnologyManagerGo = command({
  name: 'let-technology-manager-go',
  summary: 'Puts down that someone no longer works as a technology manager; his deals stay.',
  on: managerKind,
  may: 'run',
  target: (input: LetTechnologyManagerGo & { manager: string }) => input.manager,
  async decide(c, { on }, { aggregate, name }) {
    c.move(aggregate, technologyManagerMachine.take('leave', aggregate.state, {}, [managerLeft({ name, on })]));
  },
});
