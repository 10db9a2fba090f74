import { canonical, evaluate, localDay, ruleInForce, sha256, type Facts } from '#kernel';
import { command, timeZoneOf } from '#platform';
import { callIsOver, callNotOpen } from '../domain/call.js';
import { entryMachine, entrySubmitted, factsFor, noRuleInForce } from '../domain/entry.js';
import { ELIGIBILITY_RULES } from '../rules/index.js';
import { entryKind } from './kinds.js';

export const submitEntry = command({
  name: 'submit-entry',
  summary: 'Hands an entry in before the deadline, if the call’s eligibility rule is met; a signed receipt tells what was handed in.',
  on: entryKind,
  may: 'submit',
  target: (input: { entry: string }) => input.entry,
  async decide(c, _, entry) {
    const { call, title, abstract, organisation, facts } = entry;
    if (call.aggregate.state !== 'open') c.refuse(callNotOpen, { call: call.name, state: call.aggregate.state });
    if (c.now >= call.closesAt) c.refuse(callIsOver, { call: call.name, at: call.closesAt.toISOString() });
    const today = localDay(c.now, await timeZoneOf(c));
    const rule = ruleInForce(ELIGIBILITY_RULES, call.eligibilityRule, today) ?? c.refuse(noRuleInForce, { rule: call.eligibilityRule, date: today });
    const eligibility = evaluate(rule, factsFor(facts as Facts, call.closesAt.getUTCFullYear()));
    const hash = sha256(canonical({ entry: entry.id, call: call.id, title, abstract, organisation, facts }));
    c.move(entry.aggregate, entryMachine.take('submit', entry.aggregate.state, { eligibility }, [entrySubmitted({ call: call.id, title, hash })]));
    const receipt = { entry: entry.id, call: call.id, title, hash, at: c.now.toISOString() };
    await c.tx.entry.update({ where: c.key(entry.id), data: { submittedAt: c.now, receipt, eligibility: JSON.parse(JSON.stringify(eligibility)) } });
    return { receipt };
  },
});
