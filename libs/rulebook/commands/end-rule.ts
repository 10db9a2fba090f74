import { command, Day, Text, today } from '#platform';
import { endsBeforeItBegins, inThePast, ruleEnded, ruleInEffect, ruleVersionMachine } from '../domain/rule-version.js';
import { ruleVersionKind } from './kinds.js';

export class EndRule {
  @Day({ description: 'The first day on which it no longer judges; today or later' }) to!: string;
  @Text({ min: 2, max: 500 }) reason!: string;
}

export const endRule = command({
  name: 'end-rule',
  summary: 'Says from which day a version of the district’s own no longer judges; the version that held before it does again.',
  on: ruleVersionKind,
  may: 'run',
  target: (input: EndRule & { version: string }) => input.version,
  async decide(c, { to, reason }, { id, key, version, inForceFrom, aggregate }) {
    const now = await today(c);
    if (to < now) c.refuse(inThePast, { on: to, today: now });
    c.move(aggregate, ruleVersionMachine.take('end', aggregate.state, {}, [ruleEnded({ rule: key, version, to, reason })]));
    // One that has not begun may be taken back whole.
    if (inForceFrom !== null && to < inForceFrom) c.refuse(endsBeforeItBegins, { from: inForceFrom, to });
    if (to === inForceFrom && inForceFrom > now) c.forget(aggregate, ruleInEffect.event);
    await c.tx.ruleVersion.update({ where: c.key(id), data: { inForceTo: to } });
  },
});
