import { certificateCode, evaluate, type RuleSet } from '#kernel';
import { command, FactsField, newId, today } from '#platform';
import { ruleOn } from '#rulebook';
import { graduationFacts } from '../domain/graduation-facts.js';
import { contractEnding, incubateeGraduated, incubateeMachine, notAdmitted } from '../domain/incubatee.js';
import { reportsOf } from '../facts/figures-of.js';
import { endStay } from '../facts/stays.js';
import { GRADUATION } from '../rules/graduation.js';
import { incubateeKind } from './kinds.js';

export class GraduateIncubatee {
  @FactsField({ description: 'What the office has papers for: high-tech-enterprise, merged-acquired-or-listed', example: { 'high-tech-enterprise': true } })
  facts!: Record<string, number | boolean | string>;
}

export const graduateIncubatee = command({
  name: 'graduate-incubatee',
  summary: 'Graduates a firm if the rule in force is met, with a certificate; a refusal explains how far it is from each clause.',
  on: incubateeKind,
  may: 'graduate',
  target: (input: GraduateIncubatee & { incubatee: string }) => input.incubatee,
  async decide(c, { facts }, row) {
    const { id, aggregate, platformId, firm, investments, reports, certificate, stays } = row;
    const on = await today(c);
    if (aggregate.state === 'admitted' && (stays.at(-1)?.from ?? '') > on) c.refuse(notAdmitted, { state: 'not-begun' });
    const rule = (await ruleOn(c.tx, c.district, GRADUATION, 'incubator-graduation', on)) as RuleSet;
    const graduation = evaluate(rule, graduationFacts(facts, investments.map(({ amount }) => amount), reportsOf(reports)));
    const announced = incubateeGraduated({ platform: platformId ?? '', firm: firm ?? '', rule: rule.key, version: rule.version });
    c.move(aggregate, incubateeMachine.take('graduate', aggregate.state, { graduation }, [announced]));
    await endStay(c, row, on, 'graduated');
    c.forget(aggregate, contractEnding.event);
    const code = certificate ?? certificateCode(newId());
    await c.tx.incubatee.update({ where: c.key(id), data: { graduation: JSON.parse(JSON.stringify(graduation)) as object, graduatedOn: on, certificate: code, nextPlatformId: null } });
    return { id, certificate: code };
  },
});
