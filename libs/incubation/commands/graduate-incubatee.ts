import { evaluate, localDay, ruleInForce, type RuleSet } from '#kernel';
import { command, FactsField, timeZoneOf } from '#platform';
import { graduationFacts } from '../domain/graduation-facts.js';
import { incubateeGraduated, incubateeMachine } from '../domain/incubatee.js';
import { GRADUATION } from '../rules/graduation.js';
import { incubateeKind } from './kinds.js';

export class GraduateIncubatee {
  @FactsField({ description: 'What the office has papers for: high-tech-enterprise, merged-acquired-or-listed', example: { 'high-tech-enterprise': true } })
  facts!: Record<string, number | boolean | string>;
}

export const graduateIncubatee = command({
  name: 'graduate-incubatee',
  summary: 'Graduates a firm if the rule in force is met; a refusal explains how far it is from each clause.',
  on: incubateeKind,
  may: 'graduate',
  target: (input: GraduateIncubatee & { incubatee: string }) => input.incubatee,
  async decide(c, { facts }, { id, aggregate, platformId, firm, investments, reports }) {
    const rule = ruleInForce(GRADUATION, 'incubator-graduation', localDay(c.now, await timeZoneOf(c))) as RuleSet;
    const graduation = evaluate(rule, graduationFacts(facts, investments.map(({ amount }) => amount), reports));
    const announced = incubateeGraduated({ platform: platformId ?? '', firm: firm ?? '', rule: rule.key, version: rule.version });
    c.move(aggregate, incubateeMachine.take('graduate', aggregate.state, { graduation }, [announced]));
    await c.tx.incubatee.update({ where: c.key(id), data: { graduation: JSON.parse(JSON.stringify(graduation)) } });
  },
});
