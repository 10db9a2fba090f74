import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../support/cli.js';

const BIDS = 'data/aamas-bids/2015.txt';
let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'trellis-judging-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text?: string): string => {
  const path = join(folder, name);
  if (text !== undefined) writeFileSync(path, text);
  return path;
};

describe('trellis assign', () => {
  it('solves real bids at the published optimum, and its proof holds until something is changed', async () => {
    const [pairs, certificate] = [file('pairs.txt'), file('certificate.json')];
    const solved = await runCli(['assign', BIDS, '--out', pairs, '--certificate', certificate, '--json']);
    expect([solved.code, JSON.parse(solved.out)]).toMatchObject([0, { feasible: true, cost: 432_750, pairs: 1839, seconds: { reading: expect.any(Number), solving: expect.any(Number), proving: expect.any(Number) }, peakMemoryMiB: expect.any(Number) }]);
    expect(await runCli(['assign', 'verify', BIDS, pairs, certificate])).toMatchObject({ code: 0, out: 'The 1839 pairs are feasible, and none cost less.\n' });

    const lines = readFileSync(pairs, 'utf8').trimEnd().split('\n');
    const fewer = await runCli(['assign', 'verify', BIDS, file('fewer.txt', lines.slice(1).join('\n')), certificate, '--json']);
    expect([fewer.code, JSON.parse(fewer.out)]).toMatchObject([1, { holds: false, failures: expect.arrayContaining([{ what: 'entry-needs', entry: 0 }]) }]);
    const prices = JSON.parse(readFileSync(certificate, 'utf8')) as { entries: number[] };
    prices.entries[0]! += 1000;
    expect((await runCli(['assign', 'verify', BIDS, pairs, file('wrong.json', JSON.stringify(prices))])).code).toBe(1);
    expect(await runCli(['assign', 'verify', BIDS, pairs, file('none.json', '[')])).toMatchObject({ code: 1, err: expect.stringContaining('is no certificate of this instance') });
  });

  it('says why there is no assignment, with the largest there is', async () => {
    const instance = file('short.txt', '2 2 2 1 0\n0 0 5\n0 1 3\n1 0 4\n');
    const { code, out } = await runCli(['assign', instance, '--json']);
    expect([code, JSON.parse(out)]).toMatchObject([1, { feasible: false, places: 2, pairs: 2, cost: 7, witness: { entries: [0, 1], judges: [0], needed: 4, places: 1, pairs: 1 } }]);
    expect((await runCli(['assign', instance])).out).toContain('Entries 0, 1 need 4 reviews; judges 0 have 1 places, and with all others there are 1 pairs.');
  });

  it('refuses what it can’t read, with the line', async () => {
    expect(await runCli(['assign', file('bad.txt', '1 1 1 1 0\n0 0 x\n')])).toMatchObject({ code: 1, out: expect.stringContaining('bad.txt:2: not 3 whole numbers') });
    expect(await runCli(['assign', file('missing.txt')])).toMatchObject({ code: 1, err: expect.stringContaining('ENOENT') });
    for (const wrong of [['--cap', '3'], ['--deadline', '-1'], ['--method', 'other']]) expect((await runCli(['assign', BIDS, ...wrong])).code).not.toBe(0);
  });

  it('stops at its deadline', async () => {
    expect(await runCli(['assign', BIDS, '--deadline', '0.000001'])).toMatchObject({ code: 1, out: expect.stringContaining('allow more time') });
  });

  // The published table beside the data; the capped optimum has many corners, which differ in entropy and support by a few per cent.
  it.each([
    [0.652, 'capped', 0.9, 0.652, 918, 3104, 0.02],
    [0.652, 'perturbed', 0.9, 0.609, 2483, 37_383, 0.01],
    [0.805, 'capped', 0.95, 0.805, 531, 2501, 0.05],
    [0.805, 'perturbed', 0.95, 0.74, 1954, 28_108, 0.01],
  ])('draws under a cap of %d, %s, as published', async (cap, method, share, meanMaximum, entropy, support, near) => {
    const { code, out } = await runCli(['assign', BIDS, '--cap', String(cap), '--method', method, '--seed', 'drawn by lot', '--json']);
    const found = JSON.parse(out) as Record<string, number>;
    expect([code, found]).toMatchObject([0, { maximum: cap, pairs: 1839, seed: 'drawn by lot', commitment: createHash('sha256').update('drawn by lot').digest('hex') }]);
    expect(Math.abs(found['share']! - share)).toBeLessThan(0.0005);
    expect(Math.abs(found['meanMaximum']! - meanMaximum)).toBeLessThan(0.001);
    expect(Math.abs(found['entropy']! / entropy - 1)).toBeLessThan(near);
    expect(Math.abs(found['support']! / support - 1)).toBeLessThan(near);
  });

  it('draws the same from the same seed', async () => {
    const drawn = async (name: string, seed: string) => {
      await runCli(['assign', BIDS, '--cap', '0.9', '--seed', seed, '--out', file(name)]);
      return readFileSync(file(name), 'utf8');
    };
    const first = await drawn('a', 'one');
    expect(await drawn('b', 'one')).toBe(first);
    expect(await drawn('c', 'two')).not.toBe(first);
  });

  it('is fair to the weakest entry, beside the plain optimum', async () => {
    const { code, out } = await runCli(['assign', BIDS, '--fair', '--json']);
    const found = JSON.parse(out) as { worst: number; bound: number; plain: { worst: number } };
    expect([code, found]).toMatchObject([0, { pairs: 1839, plain: { cost: 432_750 } }]);
    expect(found.worst).toBeGreaterThan(found.plain.worst);
    expect(found.worst).toBeLessThanOrEqual(found.bound);
  });
});

describe('trellis results raters', () => {
  it('finds that judges mark their own country 3.28 points higher', async () => {
    const { code, out } = await runCli(['results', 'raters', '--marks', 'data/figure-skating-2016-17', '--json']);
    const { ownSide, panels } = JSON.parse(out) as { ownSide: { gap: number; interval: number[]; standOut: string[]; judges: { corrected: number }[] }; panels: unknown[] };
    expect(code).toBe(0);
    expect(ownSide).toMatchObject({ own: { count: 796 }, other: { count: 9_873 - 796 } });
    expect(ownSide.gap.toFixed(2)).toBe('3.28');
    expect(ownSide.interval[0]).toBeGreaterThan(2.5);
    expect(ownSide.interval[1]).toBeLessThan(4);
    expect(ownSide.standOut).toHaveLength(ownSide.judges.filter(({ corrected }) => corrected < 0.05).length);
    expect(panels[0]).toMatchObject({ competition: expect.any(String), judges: expect.arrayContaining([expect.objectContaining({ severity: expect.any(Number), consistency: expect.any(Number), marks: expect.any(Number) })]), alpha: { interval: expect.any(Number) }, intraclass: { judges: 9 } });
    expect((await runCli(['results', 'raters', '--marks', 'data/figure-skating-2016-17'])).out).toContain('3.28 points higher');
  });
});

describe('trellis results certainty', () => {
  it('refuses a seed that is no number, as raters do', async () => {
    for (const command of [['certainty', '--places', '1'], ['raters']]) expect(await runCli(['results', ...command, '--marks', folder, '--seed', 'x'])).toMatchObject({ code: 1, err: expect.stringContaining('x is not a whole number above 0') });
  });

  const lines = ['entry,judge,mark', ...['甲', '乙', '丙', '丁'].flatMap((entry, e) => ['A', 'B', 'C'].filter((_, j) => !(e === 1 && j === 2)).map((judge, j) => `${entry},${judge},${90 - 5 * e + [0, 2, -1][j]! + ((e * j) % 2)}`))];

  it('tells how certain a ranking is, and what would settle it', async () => {
    const { code, out } = await runCli(['results', 'certainty', '--marks', file('marks.csv', lines.join('\n')), '--places', '2', '--json']);
    const found = JSON.parse(out) as { entries: { entry: string }[]; next: { entry: string; judge: string }[]; bought: unknown[] };
    expect([code, found]).toMatchObject([0, { panels: 1, stability: expect.any(Number), next: [{ entry: '乙', judge: 'C' }] }]);
    expect(found.entries.map(({ entry }) => entry)).toEqual(['甲', '乙', '丙', '丁']);
    expect(found.bought).toHaveLength(10);
    expect((await runCli(['results', 'certainty', '--marks', file('marks.csv'), '--places', '2', '--by', 'severity'])).out).toContain('above the cut');
  });

  it.each([
    ['entry,judge,mark\n甲,A,much', 'marks.csv:2: not an entry, a judge and a mark'],
    ['entry,judge,mark\n甲,A,1\n甲,A,2', 'marks.csv:3: A marked 甲 before'],
    ['entry,judge,mark\n', 'holds no marks'],
  ])('refuses %j', async (text, why) => {
    expect(await runCli(['results', 'certainty', '--marks', file('marks.csv', text), '--places', '1'])).toMatchObject({ code: 1, err: expect.stringContaining(why) });
  });
});
