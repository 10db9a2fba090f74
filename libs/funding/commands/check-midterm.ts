import { command, Flag, Text, today } from '#platform';
import { grantMachine, midtermChecked } from '../domain/grant.js';
import { grantKind } from './kinds.js';

export class CheckMidterm {
  @Flag() passed!: boolean;
  @Text({ min: 2, max: 4000 }) note!: string;
}

export const checkMidterm = command({
  name: 'check-midterm',
  summary: 'Looks at a project half way; what waits for the midterm is paid once it has passed.',
  on: grantKind,
  may: 'decide',
  target: (input: CheckMidterm & { grant: string }) => input.grant,
  async decide(c, { passed, note }, { id, aggregate, title }) {
    c.move(aggregate, grantMachine.take('check-midterm', aggregate.state, {}, [midtermChecked({ title, passed, note })]));
    await c.tx.projectGrant.update({ where: c.key(id), data: { midterm: { passed, note, on: await today(c), by: c.person } } });
  },
});
