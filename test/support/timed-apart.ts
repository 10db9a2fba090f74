import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { meritOf } from '../../libs/innovation/domain/merits.js';
import { ask, questions, type Twin } from './twins.js';

const FIRST = 40;
const MOST_UNLIKE = 8;
const CALLS = 1000;
/** Of two calls, one of each, the slower is that of one installation so much oftener than by chance. */
const TELLING = 0.55;

/** How much oftener than not the second installation is the slower one, over `calls` calls of each by turns: 0.5 tells nothing (Mann and Whitney’s rank test). */
async function slower(pair: readonly [Twin, Twin], askers: readonly [Visitor, Visitor], asked: readonly [string, string], calls: number): Promise<number> {
  const cases: { score: number; success: boolean }[] = [];
  for (let n = 0; n < calls * 2; n++) {
    // Who is asked first changes, so that going first tells nothing.
    const which = (n + (n >> 1)) % 2 === 0 ? 0 : 1;
    const began = performance.now();
    await (await ask(askers[which], pair[which], asked[which])).arrayBuffer();
    cases.push({ score: performance.now() - began, success: which === 1 });
  }
  return meritOf(cases)!.area;
}

/** What PostgreSQL knows of its tables, so that it plans alike in both: one that has just tidied up is the quicker for it. */
const tidied = (pair: readonly [Twin, Twin]) => Promise.all(pair.map(({ service }) => service.database.pool.query('VACUUM (ANALYZE)')));

/**
 * Questions whose answers take a time that tells which of the twins was asked: all are asked a few times, those that look
 * most unlike a thousand times of each, and what looks telling then a thousand times more, by the same way.
 */
export async function timedApart(pair: readonly [Twin, Twin], askers: readonly [Visitor, Visitor], things: readonly [Readonly<Record<string, string>>, Readonly<Record<string, string>>]): Promise<{ calls: number; worst: number; telling: string[] }> {
  const too = questions(pair[1], things[1], []);
  const all = questions(pair[0], things[0], []).map((one, n) => [one, too[n]!] as const);
  await tidied(pair);
  const looks: { asked: readonly [string, string]; area: number }[] = [];
  for (const asked of all) looks.push({ asked, area: await slower(pair, askers, asked, FIRST) });
  const unlike = looks.sort((a, b) => Math.abs(b.area - 0.5) - Math.abs(a.area - 0.5)).slice(0, MOST_UNLIKE);
  const telling: string[] = [];
  let [calls, worst] = [2 * FIRST * all.length, 0.5];
  for (const { asked } of unlike) {
    const first = await slower(pair, askers, asked, CALLS);
    calls += 2 * CALLS;
    if (Math.abs(first - 0.5) > Math.abs(worst - 0.5)) worst = first;
    if (Math.abs(first - 0.5) <= TELLING - 0.5) continue;
    await tidied(pair);
    const again = await slower(pair, askers, asked, CALLS);
    calls += 2 * CALLS;
    if (Math.abs(again - 0.5) > TELLING - 0.5 && again > 0.5 === first > 0.5) telling.push(`${asked[0]}: the second is slower ${(first * 100).toFixed(0)} and ${(again * 100).toFixed(0)} times of 100`);
  }
  return { calls, worst, telling };
}
