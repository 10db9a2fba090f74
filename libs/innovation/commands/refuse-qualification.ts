import { command, Text } from '#platform';
import { nameOf, qualificationMachine, qualificationRefused } from '../domain/qualification.js';
import { qualificationKind } from './kinds.js';

export class RefuseQualification {
  @Text({ min: 2, max: 500 }) reason!: string;
}

export const refuseQualification = command({
  name: 'refuse-qualification',
  summary: 'Puts down that a qualification was not recognised, with the reason.',
  on: qualificationKind,
  may: 'decide',
  target: (input: RefuseQualification & { qualification: string }) => input.qualification,
  async decide(c, { reason }, { id, aggregate, key, firm }) {
    c.move(aggregate, qualificationMachine.take('refuse', aggregate.state, {}, [qualificationRefused({ ...nameOf(firm.name, key), reason })]));
    await c.tx.qualification.update({ where: c.key(id), data: { reason } });
  },
});
