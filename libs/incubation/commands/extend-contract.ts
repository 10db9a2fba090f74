import { evaluate } from '#kernel';
import { command, Day, Text, today } from '#platform';
import { ruleOn } from '#rulebook';
import { admissionFacts } from '../domain/admission-facts.js';
import { gapFacts } from '../domain/gap-list.js';
import { contractExtended, notAdmitted, termNotForward, termUnmet } from '../domain/incubatee.js';
import { remindOfEnd } from '../facts/deadlines.js';
import { ADMISSION, admissionRuleOf } from '../rules/admission.js';
import { incubateeKind } from './kinds.js';

export class ExtendContract {
  @Day({ description: 'The new last day' }) to!: string;
  @Text({ min: 5, max: 500 }) reason!: string;
}

export const extendContract = command({
  name: 'extend-contract',
  summary: 'Makes a firm’s contract longer, as far as the rule allows in its field.',
  on: incubateeKind,
  may: 'extend',
  target: (input: ExtendContract & { incubatee: string }) => input.incubatee,
  async decide(c, { to, reason }, { id, aggregate, platform, stays, contractTo, field, registeredOn, firm }) {
    const stay = stays.at(-1);
    if (aggregate.state !== 'admitted' || !platform || !stay || contractTo === null) return c.refuse(notAdmitted, { state: aggregate.state });
    if (to <= contractTo) c.refuse(termNotForward, { from: contractTo, to });
    const rule = await ruleOn(c.tx, c.district, ADMISSION, admissionRuleOf(platform.kind), await today(c), 'term');
    const judged = rule && evaluate(rule, admissionFacts({}, { registeredOn, field, from: stay.from, to }));
    if (judged && judged.verdict !== 'pass') c.refuse(termUnmet, gapFacts(judged), judged);
    await c.tx.incubatee.update({ where: c.key(id), data: { contractTo: to } });
    await remindOfEnd(c, aggregate, { firm: firm ?? '', to, platform: platform.id });
    c.announce(aggregate, contractExtended({ firm: firm ?? '', to, before: contractTo, reason }));
  },
});
