import { figuresIn, firmOf } from '#incubation';
import { command, Day, districtKind, FactsField, Ref, today } from '#platform';
import { tableOn } from '#rulebook';
import { creditFacts } from '../domain/credit-facts.js';
import { creditScored, noCreditRule, scoreBy, scoreMachine } from '../domain/credit-score.js';
import { firmNamed } from '../facts/firm-named.js';
import { CREDIT_RULES } from '../rules/credit-score.js';
import { scoreKind } from './kinds.js';

export class ScoreCredit {
  @Ref() project!: string;
  @FactsField({ optional: true, description: 'What the firm’s reports don’t say, as numbers: high-tech-enterprise 1, valid-inventions 3 …' }) facts?: Record<string, unknown>;
  @Day({ optional: true, description: 'As of this day; today where it is left out' }) on?: string;
}

export const scoreCredit = command({
  name: 'score-credit',
  summary: 'Scores a firm’s knowledge and business by the rule in force, and gives its grade and limit with every factor’s points.',
  on: districtKind,
  may: 'score-credit',
  exclusive: false,
  target: (_: ScoreCredit, district) => district,
  async decide(c, { project, facts = {}, on }) {
    const day = on ?? (await today(c));
    const rule = (await tableOn(c.tx, c.district, CREDIT_RULES, day)) ?? c.refuse(noCreditRule, { on: day });
    const name = await firmNamed(c, project);
    const incubatee = await firmOf(c.tx, c.district, project);
    const year = Number(day.slice(0, 4));
    const figures = (back: number) => (incubatee ? figuresIn(c.tx, c.district, incubatee.id, String(year - back)) : Promise.resolve({}));
    const stated = Object.fromEntries(Object.entries(facts).map(([fact, value]) => [fact, value === true ? 1 : Number(value)] as const).filter(([, value]) => Number.isFinite(value)));
    const seen = creditFacts(await figures(1), await figures(2), stated);
    const card = scoreBy(rule, seen);
    const { score, grade, limit } = card;
    const id = c.create(scoreKind.kind, scoreMachine.begin(creditScored({ firm: name, score, grade, limit, rule: card.rule, version: card.version })), { project });
    await c.tx.creditScore.create({ data: { districtId: c.district, id, projectId: project, firm: name, on: day, facts: JSON.parse(JSON.stringify(seen)) as object, card: JSON.parse(JSON.stringify(card)) as object, score, grade, limit: BigInt(limit) } });
    return { id, score, grade, limit };
  },
});
