import { budgetPots, post } from '#ledger';
import { Amount, Choice, command, Day, districtKind, Fact, Flag, List, Part, Text, Texts, today, Whole } from '#platform';
import type { Clause } from '#kernel';
import { benefitUnclear, BENEFITS, POLICY_LEVELS, policyDates, policyMachine, policyPublished, policyRuleEmpty, unknownFact, type Benefit } from '../domain/policy.js';
import { FACT_NAMES } from '../domain/qualification-facts.js';
import { policyKind } from './kinds.js';

const COMPARISONS = ['at-least', 'at-most', 'above', 'below', 'is'] as const;

export class PolicyClause {
  @Text({ max: 60, description: 'A fact of GET /policy-facts' }) metric!: string;
  @Choice(COMPARISONS) comparison!: (typeof COMPARISONS)[number];
  @Fact() threshold!: number | boolean | string;
  @Text({ max: 200, description: 'The condition in Chinese' }) zh!: string;
  @Text({ max: 200, description: 'The condition in English' }) en!: string;
}

export class PolicyBenefit {
  @Choice(BENEFITS) kind!: (typeof BENEFITS)[number];
  @Amount({ optional: true, min: 1, description: 'A fixed sum' }) amount?: number;
  @Text({ optional: true, max: 60, description: 'A share: of this fact' }) metric?: string;
  @Whole({ optional: true, min: 1, max: 100 }) percent?: number;
  @Amount({ optional: true, min: 1, description: 'A share: the most' }) most?: number;
  @Text({ optional: true, max: 500, description: 'What is no money' }) words?: string;
}

export class PublishPolicy {
  @Text({ max: 120 }) title!: string;
  @Choice(POLICY_LEVELS) level!: (typeof POLICY_LEVELS)[number];
  @Text({ max: 120 }) issuer!: string;
  @Text({ max: 200, description: 'The document that it stands in' }) paper!: string;
  @Text({ max: 4000 }) summary!: string;
  @List(() => PolicyClause, { optional: true, max: 30, description: 'Conditions of which all must hold' }) all?: PolicyClause[];
  @List(() => PolicyClause, { optional: true, max: 30, description: 'Conditions of which one must hold' }) any?: PolicyClause[];
  @Part(() => PolicyBenefit) benefit!: PolicyBenefit;
  @Amount({ optional: true, min: 1, description: 'Where the money is the district’s to grant' }) budget?: number;
  @Day() opensOn!: string;
  @Day({ optional: true }) closesOn?: string;
  @Texts({ optional: true, max: 30, description: 'Papers that a claim needs' }) papers?: string[];
  @Flag({ optional: true, description: 'May be granted without application, from what is known' }) automatic?: boolean;
}

export const publishPolicy = command({
  name: 'publish-policy',
  summary: 'Puts a policy into the catalogue: who qualifies, what it comes to, from when to when, with which papers and budget.',
  on: districtKind,
  may: 'publish-policy',
  exclusive: false,
  target: (_: PublishPolicy, district) => district,
  async decide(c, { title, level, issuer, paper, summary, all = [], any = [], benefit: given, budget, opensOn, closesOn, papers = [], automatic = false }) {
    if (all.length + any.length === 0) c.refuse(policyRuleEmpty);
    if (closesOn !== undefined && closesOn < opensOn) c.refuse(policyDates, { opensOn, closesOn });
    const { kind, amount, metric, percent, most, words } = given;
    for (const asked of [...all, ...any].map((clause) => clause.metric)) if (!FACT_NAMES.includes(asked)) c.refuse(unknownFact, { metric: asked });
    if (metric !== undefined && !FACT_NAMES.includes(metric)) c.refuse(unknownFact, { metric });
    const benefit = (): Benefit => {
      if (kind === 'fixed') return { kind, amount: amount ?? c.refuse(benefitUnclear, { kind, what: 'amount' }) };
      if (kind === 'share') return { kind, metric: metric ?? c.refuse(benefitUnclear, { kind, what: 'metric' }), percent: percent ?? c.refuse(benefitUnclear, { kind, what: 'percent' }), most: most ?? null };
      return { kind, words: words ?? c.refuse(benefitUnclear, { kind, what: 'words' }) };
    };
    const row = { title, level, issuer, paper, summary, opensOn, closesOn: closesOn ?? null, papers, automatic, budgeted: budget !== undefined, benefit: { ...benefit() } };
    const clauses = (of: readonly PolicyClause[]): Clause[] => of.map((clause) => ({ metric: clause.metric, comparison: clause.comparison, threshold: clause.threshold, zh: clause.zh, en: clause.en }));
    const id = c.create(policyKind.kind, policyMachine.begin(policyPublished({ title, level })));
    await c.tx.policy.create({ data: { districtId: c.district, id, ...row, rule: JSON.parse(JSON.stringify({ all: clauses(all), any: clauses(any) })) as object } });
    const pots = budgetPots(id);
    if (budget !== undefined) await post(c, [{ from: pots.budget, to: pots.free, amount: BigInt(budget), on: await today(c), ground: `budget:${id}`, about: id }]);
  },
});
