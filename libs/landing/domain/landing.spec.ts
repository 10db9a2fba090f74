import fc from 'fast-check';
import { evaluate, ruleInForce, yuan } from '#kernel';
import { ABOVE_SCALE, aboveScaleKey } from '../rules/above-scale.js';
import { judgePromise, shareOut } from './commitment.js';
import { fitOf, type SiteNeeds, type SiteOffer } from './site-fit.js';

describe('above scale', () => {
  it.each([
    ['industry', 20],
    ['transport-and-software', 20],
    ['business-and-research', 10],
    ['resident-services', 5],
    ['wholesale', 20],
    ['retail', 5],
    ['lodging-and-catering', 2],
  ])('begins at the threshold of %s, %i million yuan', (industry, million) => {
    const rule = ruleInForce(ABOVE_SCALE, aboveScaleKey(industry), '2025-12-31')!;
    const threshold = yuan(million * 1_000_000);
    const judged = [threshold - 1, threshold, threshold + 1].map((output) => evaluate(rule, { 'year-output': output }));
    expect(judged.map(({ verdict }) => verdict)).toEqual(['fail', 'pass', 'pass']);
    expect(judged[0]!.root.parts[0]).toMatchObject({ verdict: 'fail', seen: threshold - 1, gap: 1 });
  });
});

describe('a promise', () => {
  const investment = { what: 'investment', amount: 1000, from: '2025-01-01', by: '2025-04-11' } as const;
  const consequences = [{ belowPercent: 80, follows: '收回' }];

  it('of investment grows evenly to its day, and is ahead from 110 % and behind under 90', () => {
    // A hundred days; on the fiftieth, half is due.
    const at = (actual: number, day = '2025-02-20') => judgePromise(investment, actual, '2025', day, consequences);
    expect([at(449), at(450), at(549), at(550)].map(({ expected, standing }) => [expected, standing])).toEqual([[500, 'behind'], [500, 'on-course'], [500, 'on-course'], [500, 'ahead']]);
    expect([at(0, '2025-01-01').standing, at(799, '2025-04-10').follows, at(799, '2025-04-11').follows, at(800, '2025-04-11').follows]).toEqual(['not-due', [], ['收回'], []]);
  });

  it('by the year is due for the days of the year since its day, and judged once the year is over', () => {
    const output = { what: 'output', amount: 365, from: '2025-01-01', by: '2025-07-01' } as const;
    const at = (day: string, actual = 0) => judgePromise(output, actual, day.slice(0, 4), day, consequences);
    expect([at('2025-06-30').expected, at('2025-07-01').expected, at('2025-12-31').expected, at('2026-12-31').expected]).toEqual([0, 1, 184, 365]);
    expect([at('2026-12-30').follows, at('2026-12-31').follows, at('2026-12-31', 292).follows]).toEqual([[], ['收回'], []]);
  });

  it('shared with a partner is the whole, to the fen, whatever the share', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 0, max: 10_000 }), (amount, share) => {
        const { own, partner } = shareOut(amount, share);
        expect(own + partner).toBe(amount);
        expect(Math.abs(Number(partner * 10_000n - amount * BigInt(share)))).toBeLessThan(10_000);
      }),
    );
  });
});

describe('a site for a project', () => {
  const site: SiteOffer = { id: 's', kind: 'floor', area: 1000, load: 10, height: 6, power: 400, water: null, gas: null, discharge: 1, price: 100 };
  it.each([
    ['kind', { kind: 'floor' }, { kind: 'plot' }],
    ['area', { area: 1000 }, { area: 1001 }],
    ['load', { load: 10 }, { load: 10.1 }],
    ['height', { height: 6 }, { height: 6.1 }],
    ['power', { power: 400 }, { power: 401 }],
    ['water', { water: 0 }, { water: 1 }],
    ['discharge', { discharge: 1 }, { discharge: 2 }],
    ['price', { price: 100 }, { price: 99 }],
  ])('meets a need of %s at the limit and not beyond, and says so', (need, met, missed) => {
    const fit = (more: object) => fitOf(site, { area: 500, ...more } as SiteNeeds);
    expect(fit(met)).toHaveProperty('score');
    expect((fit(missed) as unknown as { excluded: { need: string }[] }).excluded.map((one) => one.need)).toEqual([need]);
  });

  it('suits the better the less of it is left over', () => {
    const score = (area: number) => (fitOf(site, { area }) as { score: number }).score;
    expect([score(1000) > score(900), score(900) > score(100)]).toEqual([true, true]);
  });
});
