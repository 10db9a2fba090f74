import { command } from '#platform';
import { applicationMachine, applicationWithdrawn } from '../domain/intake.js';
import { applicationKind } from './kinds.js';

export const withdrawApplication = command({
  name: 'withdraw-application',
  summary: 'Takes an application back before it is decided.',
  on: applicationKind,
  may: 'withdraw',
  target: (input: { application: string }) => input.application,
  async decide(c, _, { aggregate }) {
    c.move(aggregate, applicationMachine.take('withdraw', aggregate.state, {}, [applicationWithdrawn({})]));
  },
});
