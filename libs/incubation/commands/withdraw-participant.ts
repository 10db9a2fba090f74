import { command, Text } from '#platform';
import { participantWithdrawn, participationMachine } from '../domain/cohort.js';
import { participationKind } from './kinds.js';

export class WithdrawParticipant {
  @Text({ min: 2, max: 500 }) reason!: string;
}

export const withdrawParticipant = command({
  name: 'withdraw-participant',
  summary: 'Records that a participant leaves a term before its end, and why; the place is free again.',
  on: participationKind,
  may: 'run',
  target: (input: WithdrawParticipant & { participation: string }) => input.participation,
  async decide(c, { reason }, { id, aggregate, cohort }) {
    c.move(aggregate, participationMachine.take('withdraw', aggregate.state, {}, [participantWithdrawn({ cohort: cohort.id, name: cohort.name, reason })]));
    await c.tx.participation.update({ where: c.key(id), data: { reason } });
  },
});
