import { Choice, command, Day, newId, Text } from '#platform';
import { workAdded, WORK_KINDS } from '../domain/solver.js';
import { solverKind } from './kinds.js';

export class AddWork {
  @Choice(WORK_KINDS) kind!: (typeof WORK_KINDS)[number];
  @Text({ max: 300 }) title!: string;
  @Text({ max: 20_000, description: 'An abstract; matching reads it' }) text!: string;
  @Text({ optional: true, max: 60, description: 'A patent’s number, a paper’s DOI' }) number?: string;
  @Day({ optional: true }) on?: string;
}

export const addWork = command({
  name: 'add-work',
  summary: 'Enters a patent, a paper, a project or an earlier solution of a solver.',
  on: solverKind,
  may: 'describe',
  target: (input: AddWork & { solver: string }) => input.solver,
  async decide(c, { kind, title, text, number, on }, { id: solverId, aggregate }) {
    const work = newId();
    c.announce(aggregate, workAdded({ work, kind, title }));
    await c.tx.solverWork.create({ data: { districtId: c.district, id: work, solverId, kind, title, text, number: number ?? null, on: on ?? null } });
    return { work };
  },
});
