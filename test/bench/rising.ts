import { Agent } from 'node:http';
import { performance } from 'node:perf_hooks';
import { pause } from '#platform';
import { ABSTRACT, installApart, sent } from './apart.js';
import { keep } from './keep.js';

const RATES = [25, 50, 75, 100, 125, 150, 175, 200];
const SECONDS = 10;

type Kind = 'save' | 'submit' | 'report';

/** Of fifty calls six hand in and two read the district's report; the others save a draft. */
const kindOf = (n: number): Kind => (n % 25 === 0 ? 'report' : n % 8 === 1 ? 'submit' : 'save');

/**
 * The last hour before a deadline: drafts saved, entries handed in and the report read at a rate that rises, whether or not
 * the calls before are answered; before it the floor saves as many at the same rates.
 */
export async function benchRising(): Promise<void> {
  const { base, ports, entries, things, office, close } = await installApart();
  const agent = new Agent({ keepAlive: true });
  let next = 0;
  const call = async (times: Readonly<Record<Kind, number[]>>): Promise<boolean> => {
    const n = ++next;
    const kind = kindOf(n);
    const { path, cookie } = kind === 'report' ? office : entries[n % entries.length]!;
    const asked = performance.now();
    const status =
      kind === 'report' ? await sent(agent, ports.ours, 'GET', path, { cookie }) : kind === 'submit' ? await sent(agent, ports.ours, 'POST', `${path}/submit`, { origin: base, cookie }) : await sent(agent, ports.ours, 'PATCH', path, { origin: base, cookie }, { abstract: `${ABSTRACT}${n}` });
    times[kind].push(performance.now() - asked);
    return status < 300;
  };
  const atFloor = async (times: number[]): Promise<boolean> => {
    const n = ++next;
    const asked = performance.now();
    const status = await sent(agent, ports.floor, 'PATCH', things[n % things.length]!.path, {}, { abstract: `${ABSTRACT}${n}` });
    times.push(performance.now() - asked);
    return status < 300;
  };
  await step(RATES[0]!, () => atFloor([]));
  const floors: number[][] = [];
  for (const rate of RATES) {
    const times: number[] = [];
    await step(rate, () => atFloor(times));
    floors.push(times);
  }
  await step(RATES[0]!, () => call({ save: [], submit: [], report: [] }));
  const rows: string[][] = [];
  for (const [n, rate] of RATES.entries()) {
    const times: Record<Kind, number[]> = { save: [], submit: [], report: [] };
    const { answered, failed } = await step(rate, () => call(times));
    const at = (took: number[], share: number) => took.sort((a, b) => a - b)[Math.floor(share * (took.length - 1))]!;
    const told = (kind: Kind) => [0.5, 0.99].map((share) => `${at(times[kind], share).toFixed(0)} ms`);
    const floor = at(floors[n]!, 0.99);
    rows.push([String(rate), answered.toFixed(0), `${floor.toFixed(0)} ms`, ...told('save'), (at(times.save, 0.99) / floor).toFixed(1), ...told('submit'), ...told('report'), String(failed)]);
    process.stdout.write(`${rows.at(-1)!.join(', ')}\n`);
  }
  agent.destroy();
  await close();
  keep(
    'rising',
    `Calls that come at a rate that rises, ${SECONDS} s each, whether or not the ones before are answered: of fifty, two read the district’s report, six hand an entry in or hand it in again, each with its receipt, and the others save a draft. Before it the *floor* of the rush saves as many at the same rates, both after ${SECONDS} s at the first of them that are not counted; the ratio is that of the slowest of a hundred saves. *Answered* below the rate means that calls were waiting at the end of the step.`,
    ['calls a second', 'answered a second', 'floor p99', 'save p50', 'save p99', 'ratio', 'hand in p50', 'hand in p99', 'report p50', 'report p99', 'failed'],
    rows,
  );
}

/** Calls come at a rate for some seconds; how many were answered a second until the last was, and how many not well. */
async function step(rate: number, call: () => Promise<boolean>): Promise<{ answered: number; failed: number }> {
  const calls: Promise<boolean>[] = [];
  const began = performance.now();
  for (let elapsed = 0; elapsed < SECONDS; elapsed = (performance.now() - began) / 1000) {
    while (calls.length < elapsed * rate) calls.push(call());
    await pause(5);
  }
  const failed = (await Promise.all(calls)).filter((well) => !well).length;
  return { answered: calls.length / ((performance.now() - began) / 1000), failed };
}
