import { command } from '#platform';
import { intakeMachine, intakeReopened } from '../domain/intake.js';
import { intakeKind } from './kinds.js';

export const reopenIntake = command({
  name: 'reopen-intake',
  summary: 'Takes applications again, without a last day.',
  on: intakeKind,
  may: 'run',
  target: (input: { intake: string }) => input.intake,
  async decide(c, _, { id, aggregate, name }) {
    c.move(aggregate, intakeMachine.take('reopen', aggregate.state, {}, [intakeReopened({ name })]));
    await c.tx.intake.update({ where: c.key(id), data: { closesOn: null } });
  },
});
