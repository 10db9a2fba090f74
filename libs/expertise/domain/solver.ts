import { eventType, refusalType, stateMachine } from '#kernel';

export const SOLVER_KINDS = ['expert', 'team', 'institute'] as const;
export const WORK_KINDS = ['patent', 'paper', 'solution', 'project'] as const;

export const solverMachine = stateMachine({ name: 'solver', initial: 'known', states: { known: 'may be asked to solve problems' }, transitions: {} });

export const solverEntered = eventType<{ kind: string; name: string; fields: readonly string[] }>('solver:entered', 'When an expert, a team or an institute is entered who solves problems.');
export const solverDescribed = eventType<{ name: string; fields: readonly string[]; resting: boolean }>('solver:described', 'When what is known of a solver changes.');
export const workAdded = eventType<{ work: string; kind: string; title: string }>('solver:work-added', 'When a patent, paper or earlier solution of a solver is entered.');

export const strangers = refusalType('solver:strangers', 'missing', '成员中有 {count} 位不在专家库中。', '{count} of the members are no known solvers.');
export const notTeam = refusalType('solver:not-a-team', 'invalid', '只有团队有成员。', 'Only a team has members.');
