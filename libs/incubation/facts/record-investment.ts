import { newId, type Context } from '#platform';
import { investmentMachine, investmentPaid, investmentTakenBack } from '../domain/investment.js';
import { firmOf } from './firm-of.js';

/** Puts money that a fund has paid on the way of a project's firm, inside another module's command. Amount in fen. */
export async function recordInvestment(c: Context, { fund, project, amount, instrument, on }: { fund: string; project: string; amount: bigint; instrument: string; on: string }): Promise<string> {
  const incubatee = (await firmOf(c.tx, c.district, project))?.id ?? null;
  const id = newId();
  c.create('investment', investmentMachine.begin(investmentPaid({ fund, incubatee, amount: Number(amount), instrument, on })), { id, project });
  await c.tx.investment.create({ data: { districtId: c.district, id, fundId: fund, incubateeId: incubatee, projectId: project, amount, instrument, paidOn: on } });
  return id;
}

/** Takes such a payment off the firm's way again; both stay in its history. */
export async function takeBackInvestment(c: Context, id: string, reason: string): Promise<void> {
  const { aggregate, fundId, amount } = await c.tx.investment.findUniqueOrThrow({ where: c.key(id), include: { aggregate: true } });
  c.move(aggregate, investmentMachine.take('take-back', aggregate.state, {}, [investmentTakenBack({ fund: fundId, amount: Number(amount), reason })]));
  await c.tx.investment.delete({ where: c.key(id) });
}
