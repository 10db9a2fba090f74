import { evaluate } from '#kernel';
import { command, Day, notAhead, Text } from '#platform';
import { ruleOn } from '#rulebook';
import { achievementMachine, achievementRegistered, achievementUnmet, ACHIEVEMENT_PAPERS } from '../domain/technology.js';
import { ACHIEVEMENT_RULES } from '../rules/achievements.js';
import { achievementKind } from './kinds.js';

export class RegisterAchievement {
  @Text({ max: 60 }) number!: string;
  @Day() on!: string;
}

export const registerAchievement = command({
  name: 'register-achievement',
  summary: 'Registers a result of research whose file is complete by the rule of its kind.',
  on: achievementKind,
  may: 'register',
  target: (input: RegisterAchievement & { achievement: string }) => input.achievement,
  async decide(c, { number, on }, { id, aggregate, kind, title, papers }) {
    await notAhead(c, on);
    const rule = (await ruleOn(c.tx, c.district, ACHIEVEMENT_RULES, `achievement-${kind}`, on)) ?? c.refuse(achievementUnmet, { rule: on });
    const explanation = evaluate(rule, Object.fromEntries(ACHIEVEMENT_PAPERS.map((paper) => [paper, papers.includes(paper)])));
    if (explanation.verdict !== 'pass') c.refuse(achievementUnmet, { rule: rule.source }, explanation);
    c.move(aggregate, achievementMachine.take('register', aggregate.state, {}, [achievementRegistered({ kind, title, number, on })]));
    await c.tx.achievement.update({ where: c.key(id), data: { number, registeredOn: on } });
  },
});
