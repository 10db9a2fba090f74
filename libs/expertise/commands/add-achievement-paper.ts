import { Choice, command } from '#platform';
import { achievementMachine, achievementPapersAdded, ACHIEVEMENT_PAPERS } from '../domain/technology.js';
import { achievementKind } from './kinds.js';

export class AddAchievementPaper {
  @Choice(ACHIEVEMENT_PAPERS) paper!: (typeof ACHIEVEMENT_PAPERS)[number];
}

export const addAchievementPaper = command({
  name: 'add-achievement-paper',
  summary: 'Puts down that a paper of an achievement’s file is there.',
  on: achievementKind,
  may: 'register',
  target: (input: AddAchievementPaper & { achievement: string }) => input.achievement,
  async decide(c, { paper }, { id, aggregate, title, papers }) {
    const all = [...new Set([...papers, paper])];
    c.move(aggregate, achievementMachine.take('add-papers', aggregate.state, {}, [achievementPapersAdded({ title, papers: all })]));
    await c.tx.achievement.update({ where: c.key(id), data: { papers: all } });
  },
});
