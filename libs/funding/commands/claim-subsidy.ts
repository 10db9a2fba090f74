import { evaluate } from '#kernel';
import { command, holds, newId, Quarter, Ref, Text, today, Year } from '#platform';
import { ruleOn } from '#rulebook';
import { grantNotYours } from '../domain/grant.js';
import { schemeShut } from '../domain/scheme.js';
import { claimMachine, groundPaid, subsidyAmount, subsidyClaimed, subsidyUnmet, type SubsidyKind } from '../domain/subsidy.js';
import { firmNamed } from '../facts/firm-named.js';
import { groundOf } from '../facts/subsidy-ground.js';
import { SUBSIDY_RULES } from '../rules/subsidies.js';
import { claimKind, subsidyKind } from './kinds.js';

export class ClaimSubsidy {
  @Ref() project!: string;
  @Quarter({ optional: true, description: 'Rent: of this quarter' }) quarter?: string;
  @Year({ optional: true, description: 'Research: of this year' }) year?: string;
  @Text({ optional: true, max: 60, description: 'A title: the number of its certificate' }) certificate?: string;
}

export const claimSubsidy = command({
  name: 'claim-subsidy',
  summary: 'Asks for a subsidy; its rule judges at once on what the service knows, and the amount is counted from that.',
  on: subsidyKind,
  may: 'ask',
  exclusive: false,
  target: (input: ClaimSubsidy & { subsidy: string }) => input.subsidy,
  async decide(c, input, subsidy) {
    const { project } = input;
    if (!holds(c.actor, 'team', project) && !holds(c.actor, 'administrator', c.district)) c.refuse(grantNotYours);
    const day = await today(c);
    if (day < subsidy.opensOn || day > subsidy.closesOn) c.refuse(schemeShut, { scheme: subsidy.name, opensOn: subsidy.opensOn, closesOn: subsidy.closesOn, today: day });
    const firm = await firmNamed(c, project);
    await c.lock(project);
    const { ground, base, facts, incubatee } = await groundOf(c, subsidy.kind as SubsidyKind, subsidy.title, input);
    if ((await c.tx.subsidyClaim.count({ where: { districtId: c.district, ground, lives: true } })) > 0) c.refuse(groundPaid, { ground });
    const rule = (await ruleOn(c.tx, c.district, SUBSIDY_RULES, `subsidy-${subsidy.kind}`, day))!;
    const explanation = evaluate(rule, facts);
    if (explanation.verdict !== 'pass') c.refuse(subsidyUnmet, { subsidy: subsidy.name, rule: rule.source }, explanation);
    const amount = subsidyAmount(base, subsidy);
    const id = newId();
    c.create(claimKind.kind, claimMachine.begin(subsidyClaimed({ subsidy: subsidy.id, firm, ground, amount: Number(amount) })), { id, project });
    await c.tx.subsidyClaim.create({ data: { districtId: c.district, id, subsidyId: subsidy.id, projectId: project, incubateeId: incubatee, firm, ground, base, amount, explanation: JSON.parse(JSON.stringify(explanation)) as object } });
    return { id, amount: Number(amount) };
  },
});
