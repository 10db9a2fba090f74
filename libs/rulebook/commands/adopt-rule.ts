import { canonical, endOfLocalDay, daysAfter, type RuleTable, type TableBody } from '#kernel';
import { command, Day, timeZoneOf, today } from '#platform';
import type { RuleBody } from '../domain/body.js';
import { flawed, inThePast, ruleAdopted, ruleInEffect, ruleVersionMachine, sameAsBase } from '../domain/rule-version.js';
import { ruleVersionKind } from './kinds.js';

export class AdoptRule {
  @Day({ description: 'The first day on which it judges; today or later' }) from!: string;
}

export const adoptRule = command({
  name: 'adopt-rule',
  summary: 'Puts a draft of a rule in force from a day on; what was judged before stays as it was.',
  on: ruleVersionKind,
  may: 'run',
  target: (input: AdoptRule & { version: string; base: RuleBody; flaw: RuleTable['flaw'] }) => input.version,
  async decide(c, { from, base, flaw }, { id, key, version, basedOn, root, aggregate }) {
    const now = await today(c);
    if (from < now) c.refuse(inThePast, { on: from, today: now });
    if (canonical(root) === canonical(base)) c.refuse(sameAsBase, { basedOn });
    const wrong = flaw?.(root as unknown as TableBody);
    if (wrong) c.refuse(flawed, { zh: wrong.zh, en: wrong.en });
    const event = ruleInEffect({ rule: key, version, from });
    c.move(aggregate, ruleVersionMachine.take('adopt', aggregate.state, {}, [ruleAdopted({ rule: key, version, from }), ...(from === now ? [event] : [])]));
    const timeZone = await timeZoneOf(c);
    if (from > now) c.remind(aggregate, event, endOfLocalDay(daysAfter(from, -1), timeZone), timeZone);
    await c.tx.ruleVersion.update({ where: c.key(id), data: { inForceFrom: from } });
  },
});
