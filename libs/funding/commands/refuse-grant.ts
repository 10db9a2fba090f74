import { command, Text } from '#platform';
import { grantMachine, grantRefused } from '../domain/grant.js';
import { grantKind } from './kinds.js';

export class RefuseGrant {
  @Text({ min: 2, max: 1000 }) reason!: string;
}

export const refuseGrant = command({
  name: 'refuse-grant',
  summary: 'Does not approve a project, with the reason.',
  on: grantKind,
  may: 'decide',
  target: (input: RefuseGrant & { grant: string }) => input.grant,
  async decide(c, { reason }, { id, aggregate, title }) {
    c.move(aggregate, grantMachine.take('refuse', aggregate.state, {}, [grantRefused({ title, reason })]));
    await c.tx.projectGrant.update({ where: c.key(id), data: { reason } });
  },
});
