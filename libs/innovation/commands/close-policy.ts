import { command, Text } from '#platform';
import { policyClosed, policyMachine } from '../domain/policy.js';
import { policyKind } from './kinds.js';

export class ClosePolicy {
  @Text({ min: 2, max: 500 }) reason!: string;
}

export const closePolicy = command({
  name: 'close-policy',
  summary: 'Lets a policy take no claims any more; what was granted stands.',
  on: policyKind,
  may: 'run',
  target: (input: ClosePolicy & { policy: string }) => input.policy,
  async decide(c, { reason }, { id, aggregate, title }) {
    c.move(aggregate, policyMachine.take('close', aggregate.state, {}, [policyClosed({ title, reason })]));
    await c.tx.assessment.deleteMany({ where: { districtId: c.district, rule: `policy:${id}` } });
  },
});
