import { command, Flag } from '#platform';
import { introductionMachine, introductionRated } from '../domain/problem.js';
import { introductionKind } from './kinds.js';

export class RateIntroduction {
  @Flag({ description: 'Whether he can help with such a problem' }) fits!: boolean;
}

export const rateIntroduction = command({
  name: 'rate-introduction',
  summary: 'The firm says whether a solver fits its problem; later matches learn from it.',
  on: introductionKind,
  may: 'rate',
  target: (input: RateIntroduction & { introduction: string }) => input.introduction,
  async decide(c, { fits }, { id, aggregate, solverId, problemId }) {
    c.move(aggregate, introductionMachine.take('rate', aggregate.state, {}, [introductionRated({ problem: problemId, solver: solverId, fits })]));
    await c.tx.introduction.update({ where: c.key(id), data: { fits } });
  },
});
