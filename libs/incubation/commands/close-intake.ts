import { command } from '#platform';
import { intakeClosed, intakeClosing, intakeMachine } from '../domain/intake.js';
import { intakeKind } from './kinds.js';

export const closeIntake = command({
  name: 'close-intake',
  summary: 'Takes no more applications; those that are in are still decided.',
  on: intakeKind,
  may: 'run',
  target: (input: { intake: string }) => input.intake,
  async decide(c, _, { aggregate, platformId, name }) {
    c.move(aggregate, intakeMachine.take('close', aggregate.state, {}, [intakeClosed({ platform: platformId, name })]));
    c.forget(aggregate, intakeClosing.event);
  },
});
