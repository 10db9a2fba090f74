import { command, Text, Texts } from '#platform';
import { needsStated } from '../domain/incubatee.js';
import { incubateeKind } from './kinds.js';

export class StateNeeds {
  @Texts({ max: 20, length: 40, description: 'Topics, see GET /mentoring-topics' }) topics!: string[];
  @Text({ optional: true, min: 0, max: 4000, description: 'What it wants advice on, in its own words' }) words?: string;
}

export const stateNeeds = command({
  name: 'state-needs',
  summary: 'Says what a firm wants advice on; mentors are matched to that.',
  on: incubateeKind,
  may: 'state-needs',
  target: (input: StateNeeds & { incubatee: string }) => input.incubatee,
  async decide(c, { topics, words }, { id, aggregate }) {
    await c.tx.incubatee.update({ where: c.key(id), data: { needs: topics, needWords: words ?? null } });
    c.announce(aggregate, needsStated({ topics }));
  },
});
