import { canonical, endOfLocalDay, daysAfter, type RuleSet } from '#kernel';
import { command, Day, timeZoneOf, today } from '#platform';
import { inThePast, ruleAdopted, ruleInEffect, ruleVersionMachine, sameAsBase } from '../domain/rule-version.js';
import { ruleVersionKind } from './kinds.js';

export class AdoptRule {
  @Day({ description: 'The first day on which it judges; today or later' }) from!: string;
}

export const adoptRule = command({
  name: 'adopt-rule',
  summary: 'Puts a draft of a rule in force from a day on; what was judged before stays as it was.',
  on: ruleVersionKind,
  may: 'run',
  target: (input: AdoptRule & { version: string; base: RuleSet }) => input.version,
  async decide(c, { from, base }, { id, key, version, basedOn, root, aggregate }) {
    const now = await today(c);
    if (from < now) c.refuse(inThePast, { on: from, today: now });
    if (canonical(root) === canonical(base.root)) c.refuse(sameAsBase, { basedOn });
    const event = ruleInEffect({ rule: key, version, from });
    c.move(aggregate, ruleVersionMachine.take('adopt', aggregate.state, {}, [ruleAdopted({ rule: key, version, from }), ...(from === now ? [event] : [])]));
    const timeZone = await timeZoneOf(c);
    if (from > now) c.remind(aggregate, event, endOfLocalDay(daysAfter(from, -1), timeZone), timeZone);
    await c.tx.ruleVersion.update({ where: c.key(id), data: { inForceFrom: from } });
  },
});
