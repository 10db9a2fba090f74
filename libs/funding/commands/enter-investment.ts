import { recordInvestment } from '#incubation';
import { post } from '#ledger';
import { Amount, Choice, command, Day, newId, Ref, Text } from '#platform';
import { fundPots, investedIn } from '../domain/fund-pots.js';
import { holdingMachine, termsSigned } from '../domain/holding.js';
import { fundCashShort, fundExhausted } from '../domain/seed-fund.js';
import { INSTRUMENTS, termSheet } from '../domain/term-sheet.js';
import { firmNamed } from '../facts/firm-named.js';
import { withinLimit } from '../facts/within-limit.js';
import { fundKind, holdingKind } from './kinds.js';

export class EnterInvestment {
  @Ref() project!: string;
  @Amount({ min: 1 }) amount!: number;
  @Choice(INSTRUMENTS) instrument!: (typeof INSTRUMENTS)[number];
  @Amount({ optional: true, description: 'For equity: what the firm was worth before, in fen' }) preMoney?: number;
  @Day() paidOn!: string;
  @Text({ max: 100, description: 'The committee’s paper by which it was decided' }) paper!: string;
}

export const enterInvestment = command({
  name: 'enter-investment',
  summary: 'Enters an investment that was decided and paid elsewhere, by its paper; a fund never promises more than it has.',
  on: fundKind,
  may: 'enter-investment',
  target: (input: EnterInvestment & { fund: string }) => input.fund,
  async decide(c, { project, amount, instrument, preMoney, paidOn, paper }, fund) {
    const firm = await firmNamed(c, project);
    await withinLimit(c, fund, project, amount);
    const agreed = c.must(termSheet({ instrument, amount, tranches: [{ amount, upon: paper }], conditions: [], preMoney: preMoney ?? 0, discount: 0, interest: 0, maturesOn: paidOn }));
    const [id, tranche, pots] = [newId(), newId(), fundPots(fund.id)];
    c.create(holdingKind.kind, holdingMachine.begin(termsSigned({ fund: fund.id, firm, amount, instrument, on: paidOn })), { id, project });
    await c.tx.holding.create({ data: { districtId: c.district, id, fundId: fund.id, projectId: project, firm, terms: agreed as object, signedOn: paidOn, paper } });
    const investmentId = await recordInvestment(c, { fund: fund.id, project, amount: BigInt(amount), instrument, on: paidOn });
    await c.tx.tranche.create({ data: { districtId: c.district, id: tranche, holdingId: id, number: 1, amount: BigInt(amount), upon: paper, state: 'paid', paidOn, reference: paper, investmentId } });
    const of = { amount: BigInt(amount), on: paidOn, about: id };
    await post(c, [
      { from: pots.free, to: pots.promised, ...of, ground: `promise:${id}`, short: { type: fundExhausted, facts: { fund: fund.name } } },
      { from: pots.promised, to: pots.invested, ...of, ground: `tranche:${tranche}:invested` },
      { from: pots.cash, to: investedIn(project), ...of, ground: `tranche:${tranche}`, short: { type: fundCashShort, facts: { fund: fund.name } } },
    ]);
    return { id };
  },
});
