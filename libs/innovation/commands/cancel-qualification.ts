import { command, Day, notAhead, Text } from '#platform';
import { nameOf, qualificationCancelled, qualificationEnding, qualificationMachine, qualificationOver } from '../domain/qualification.js';
import { qualificationKind } from './kinds.js';

export class CancelQualification {
  @Day() on!: string;
  @Text({ min: 2, max: 500 }) reason!: string;
}

export const cancelQualification = command({
  name: 'cancel-qualification',
  summary: 'Puts down that a certificate was taken away, with the day and the reason.',
  on: qualificationKind,
  may: 'decide',
  target: (input: CancelQualification & { qualification: string }) => input.qualification,
  async decide(c, { on, reason }, { id, aggregate, key, firm }) {
    await notAhead(c, on);
    c.move(aggregate, qualificationMachine.take('cancel', aggregate.state, {}, [qualificationCancelled({ ...nameOf(firm.name, key), on, reason })]));
    for (const { event } of [qualificationEnding, qualificationOver]) c.forget(aggregate, event);
    await c.tx.qualification.update({ where: c.key(id), data: { endedOn: on, reason } });
  },
});
