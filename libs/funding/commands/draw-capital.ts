import { splitFen } from '#kernel';
import { balancesOf, keyOf, post } from '#ledger';
import { Amount, command, Day, newId, Ref, Text } from '#platform';
import { contributorPots, fundPots } from '../domain/fund-pots.js';
import { capitalDrawn, nothingToDraw } from '../domain/seed-fund.js';
import { fundKind } from './kinds.js';

export class DrawCapital {
  @Amount({ min: 1 }) amount!: number;
  @Day({ description: 'When it was paid in' }) on!: string;
  @Text({ max: 100, description: 'The voucher or the bank’s number' }) reference!: string;
  @Ref({ optional: true, description: 'Of this contributor only; of all by what each has not paid in where it is left out' }) contributor?: string;
}

export const drawCapital = command({
  name: 'draw-capital',
  summary: 'Puts down that contributors have paid in what was called; nobody pays more than he pledged.',
  on: fundKind,
  may: 'run',
  target: (input: DrawCapital & { fund: string }) => input.fund,
  async decide(c, { amount, on, reference, contributor }, { id, aggregate, name, contributors }) {
    const paidIn = await balancesOf(c.tx, c.district, [id]);
    const asked = contributors.filter((one) => contributor === undefined || one.id === contributor);
    const open = asked.map((one) => one.pledged + (paidIn.get(keyOf(contributorPots(id, one).paidIn)) ?? 0n));
    const left = open.reduce((sum, share) => sum + share, 0n);
    if (left < BigInt(amount)) c.refuse(nothingToDraw, { fund: name, left: Number(left) / 100, amount: amount / 100 });
    const drawdown = newId();
    const shares = splitFen(BigInt(amount), open);
    c.announce(aggregate, capitalDrawn({ drawdown, amount, on, reference }));
    await post(c, asked.map((one, n) => ({ from: contributorPots(id, one).paidIn, to: fundPots(id).cash, amount: shares[n]!, on, ground: `drawdown:${drawdown}:${one.id}`, about: id })));
    return { drawdown };
  },
});
