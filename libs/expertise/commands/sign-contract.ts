import { inYuan } from '#ledger';
import { Amount, Choice, command, Day, districtKind, newId, notAhead, notFound, Ref, Text } from '#platform';
import { contractAmounts, contractMachine, contractSigned, CONTRACT_KINDS, problemNotSolved, technologyAmount } from '../domain/technology.js';
import { contractKind } from './kinds.js';

export class SignContract {
  @Choice(CONTRACT_KINDS) kind!: (typeof CONTRACT_KINDS)[number];
  @Text({ max: 200 }) title!: string;
  @Text({ max: 120 }) seller!: string;
  @Text({ max: 120 }) buyer!: string;
  @Ref({ optional: true, description: 'The project of the firm in it' }) project?: string;
  @Ref({ optional: true, description: 'The problem that it solves; its firm is then the buyer’s' }) problem?: string;
  @Ref({ optional: true, description: 'The technology manager who brought it about' }) manager?: string;
  @Amount({ min: 1 }) amount!: number;
  @Amount({ description: 'Of it equipment, material and other cost that is no technology' }) nonTechnical!: number;
  @Amount({ optional: true, description: 'What the manager gets' }) commission?: number;
  @Day() signedOn!: string;
}

export const signContract = command({
  name: 'sign-contract',
  summary: 'Enters a technology contract: of a problem that was solved, or another.',
  on: districtKind,
  may: 'run-technology',
  exclusive: false,
  target: (_: SignContract, district) => district,
  async decide(c, { kind, title, seller, buyer, project, problem: problemId, manager, amount, nonTechnical, commission = 0, signedOn }) {
    await notAhead(c, signedOn);
    if (nonTechnical > amount) c.refuse(contractAmounts, { part: inYuan(nonTechnical), amount: inYuan(amount) });
    const problem = problemId === undefined ? null : ((await c.tx.problem.findUnique({ where: c.key(problemId), include: { aggregate: true } })) ?? c.refuse(notFound, { kind: 'problem', id: problemId }));
    if (problem && !['solving', 'solved'].includes(problem.aggregate.state)) c.refuse(problemNotSolved);
    if (project !== undefined && !(await c.tx.project.findUnique({ where: c.key(project) }))) c.refuse(notFound, { kind: 'project', id: project });
    if (manager !== undefined && !(await c.tx.technologyManager.findUnique({ where: c.key(manager) }))) c.refuse(notFound, { kind: 'technology-manager', id: manager });
    const projectId = project ?? problem?.projectId ?? null;
    const id = newId();
    const technology = Number(technologyAmount(BigInt(amount), BigInt(nonTechnical)));
    c.create(contractKind.kind, contractMachine.begin(contractSigned({ kind, title, amount, technologyAmount: technology, signedOn })), { id, project: projectId });
    await c.tx.technologyContract.create({ data: { districtId: c.district, id, kind, title, seller, buyer, projectId, problemId: problemId ?? null, managerId: manager ?? null, amount: BigInt(amount), nonTechnical: BigInt(nonTechnical), commission: BigInt(commission), signedOn } });
    return { id };
  },
});
