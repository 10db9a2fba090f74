import fc from 'fast-check';
import { isRefusal, splitFen } from '#kernel';
import { balancesAfter, keyOf, money, moneyOutside, promise, type Held, type Posting, type Pot } from './domain/posting.js';

const on = '2025-01-01';
const posting = (from: Pot, to: Pot, amount: bigint, more: Partial<Posting> = {}): Posting => ({ from, to, amount, on, ground: 'g', about: 'a', ...more });
const held = (...pots: readonly (readonly [Pot, bigint])[]) => new Map<string, Held>(pots.map(([pot, balance]) => [keyOf(pot), { balance, floor: pot.floor }]));

describe('the books', () => {
  const [purse, fund, firm] = [moneyOutside('district', 'purse'), money('fund', 'cash'), money('firm', 'received')];

  it('move what is there, and refuse what is not, naming both', () => {
    const after = balancesAfter(held([purse, 0n], [fund, 0n], [firm, 0n]), [posting(purse, fund, 500n), posting(fund, firm, 500n)]);
    expect(isRefusal(after) ? after : Object.fromEntries(after)).toEqual({ 'district purse': -500n, 'fund cash': 0n, 'firm received': 500n });
    expect(balancesAfter(held([fund, 12_345n], [firm, 0n]), [posting(fund, firm, 12_346n)])).toMatchObject({ refused: true, facts: { left: '123.45', amount: '123.46' } });
    expect(balancesAfter(held([fund, 100n], [firm, 0n]), [posting(fund, firm, 60n, { least: 50n })])).toMatchObject({ facts: { left: '0.5' } });
  });

  it('have no posting that moves nothing, nor one between money and promises', () => {
    for (const wrong of [posting(fund, firm, 0n), posting(fund, firm, -1n), posting(fund, fund, 1n), posting(fund, promise('fund', 'free'), 1n)])
      expect(() => balancesAfter(held([fund, 9n], [firm, 0n], [promise('fund', 'free'), 0n]), [wrong])).toThrow(RangeError);
  });

  it('keep their sum and their floors, whatever is posted in whatever order', () => {
    const pots = [purse, ...['a', 'b', 'c', 'd'].map((owner) => money(owner, 'cash'))];
    const step = fc.record({ from: fc.nat(4), to: fc.nat(4), amount: fc.bigInt({ min: 1n, max: 1_000n }) }).filter(({ from, to }) => from !== to);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let now = held(...pots.map((pot) => [pot, 0n] as const));
        for (const { from, to, amount } of steps) {
          const after = balancesAfter(now, [posting(pots[from]!, pots[to]!, amount)]);
          if (isRefusal(after)) expect(now.get(keyOf(pots[from]!))!.balance).toBeLessThan(amount);
          else now = new Map([...now].map(([key, { floor }]) => [key, { balance: after.get(key)!, floor }]));
        }
        expect([...now.values()].reduce((sum, { balance }) => sum + balance, 0n)).toBe(0n);
        for (const { balance, floor } of now.values()) if (floor !== null) expect(balance).toBeGreaterThanOrEqual(floor);
      }),
    );
  });
});

describe('splitting', () => {
  it('gives every fen away, each share within one of its exact part', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 13n }), fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 12 }).filter((weights) => weights.some((weight) => weight > 0n)), (amount, weights) => {
        const total = weights.reduce((sum, weight) => sum + weight, 0n);
        const shares = splitFen(amount, weights);
        expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(amount);
        for (const [n, share] of shares.entries()) {
          const floor = (amount * weights[n]!) / total;
          expect(share === floor || share === floor + 1n).toBe(true);
        }
      }),
    );
  });

  it('gives odd fen to the largest remainders, as in the method of Hamilton', () => {
    // Shares of 100: 41.66, 33.33, 25.00.
    expect(splitFen(100n, [5n, 4n, 3n])).toEqual([42n, 33n, 25n]);
    expect(splitFen(1n, [1n, 1n])).toEqual([1n, 0n]);
    expect(() => splitFen(1n, [0n])).toThrow(RangeError);
  });
});
