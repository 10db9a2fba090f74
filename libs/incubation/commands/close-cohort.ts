import { command } from '#platform';
import { cohortClosed, cohortMachine, participantCompleted, participationMachine } from '../domain/cohort.js';
import { cohortKind } from './kinds.js';

export const closeCohort = command({
  name: 'close-cohort',
  summary: 'Ends a term: who is still in it has completed it, with how many of its sessions.',
  on: cohortKind,
  may: 'run',
  target: (input: { cohort: string }) => input.cohort,
  async decide(c, { cohort }, { aggregate, name, participations }) {
    const sessions = await c.tx.cohortSession.findMany({ where: { districtId: c.district, cohortId: cohort }, include: { attended: true } });
    const still = participations.filter((one) => one.aggregate.state === 'enrolled');
    for (const { id, aggregate: own } of still) {
      const came = sessions.filter(({ attended }) => attended.some(({ participationId }) => participationId === id)).length;
      c.move(own, participationMachine.take('complete', own.state, {}, [participantCompleted({ cohort, name, sessions: came, of: sessions.length })]));
    }
    c.move(aggregate, cohortMachine.take('close', aggregate.state, {}, [cohortClosed({ name, completed: still.length })]));
    return { completed: still.length };
  },
});
