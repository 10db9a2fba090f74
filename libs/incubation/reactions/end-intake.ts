import { reaction } from '#platform';
import { intakeClosed, intakeClosing, intakeMachine } from '../domain/intake.js';

export const endIntake = reaction({
  name: 'end-intake',
  summary: 'Closes an intake when its last day is over.',
  on: [intakeClosing],
  async react(c, { aggregate }) {
    const row = await c.tx.intake.findUniqueOrThrow({ where: c.key(aggregate), include: { aggregate: true } });
    if (row.aggregate.state === 'open') c.move(row.aggregate, intakeMachine.take('close', row.aggregate.state, {}, [intakeClosed({ platform: row.platformId, name: row.name })]));
  },
});
