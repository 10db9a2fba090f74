import { monthsAfter } from '#kernel';
import { Amount, command, holds, newId, notFound, Ref, Text, today } from '#platform';
import { loanApplied, loanMachine, loanNotYours, noGrade, scoreOfAnother, scoreOld } from '../domain/loan.js';
import { bankIsStopped } from '../domain/pool.js';
import { bankKind, loanKind } from './kinds.js';

export class ApplyForLoan {
  @Ref() project!: string;
  @Ref({ description: 'The score that gives its grade and limit' }) score!: string;
  @Amount({ min: 1 }) asked!: number;
  @Text({ min: 2, max: 2000 }) purpose!: string;
}

export const applyForLoan = command({
  name: 'apply-for-loan',
  summary: 'Asks a bank for a loan on a firm’s knowledge: no collateral, within the limit of its grade.',
  on: bankKind,
  may: 'ask',
  exclusive: false,
  target: (input: ApplyForLoan & { bank: string }) => input.bank,
  async decide(c, { project, score: scoreId, asked, purpose }, bank) {
    if (!holds(c.actor, 'team', project) && !holds(c.actor, 'administrator', c.district)) c.refuse(loanNotYours);
    if (bank.aggregate.state === 'stopped') c.refuse(bankIsStopped, { bank: bank.name });
    const score = (await c.tx.creditScore.findUnique({ where: c.key(scoreId) })) ?? c.refuse(notFound, { kind: 'credit-score', id: scoreId });
    if (score.projectId !== project) c.refuse(scoreOfAnother);
    const [{ grade, firm }, on] = [score, await today(c)];
    if (grade === null) return c.refuse(noGrade, { score: score.score });
    if (monthsAfter(score.on, 12) < on) c.refuse(scoreOld, { on: score.on });
    const id = newId();
    c.create(loanKind.kind, loanMachine.begin(loanApplied({ bank: bank.id, firm, asked, grade })), { id, project });
    await c.tx.loan.create({ data: { districtId: c.district, id, poolId: bank.poolId, bankId: bank.id, projectId: project, scoreId, firm, grade, limit: score.limit, purpose, asked: BigInt(asked), appliedOn: on } });
    return { id };
  },
});
