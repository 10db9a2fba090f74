import { command, Flag, Text, Texts } from '#platform';
import { solverDescribed } from '../domain/solver.js';
import { solverKind } from './kinds.js';

export class DescribeSolver {
  @Text({ optional: true, max: 60 }) title?: string;
  @Texts({ optional: true, max: 20, length: 40 }) fields?: string[];
  @Text({ optional: true, max: 20_000 }) profile?: string;
  @Flag({ optional: true, description: 'true: takes nothing on at present, and is not matched' }) resting?: boolean;
}

export const describeSolver = command({
  name: 'describe-solver',
  summary: 'Changes what is known of a solver; what is left out stays.',
  on: solverKind,
  may: 'describe',
  target: (input: DescribeSolver & { solver: string }) => input.solver,
  async decide(c, { title, fields, profile, resting }, solver) {
    c.announce(solver.aggregate, solverDescribed({ name: solver.name, fields: fields ?? solver.fields, resting: resting ?? solver.resting }));
    await c.tx.solver.update({ where: c.key(solver.id), data: { ...(title !== undefined && { title }), ...(fields && { fields }), ...(profile !== undefined && { profile }), ...(resting !== undefined && { resting }) } });
  },
});
