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

/** The last hour before a deadline: drafts saved, entries handed in and the report read at a rate that rises, whether or not the calls before are answered. */
export async function benchRising(): Promise<void> {
  const { base, ports, entries, office, close } = await installApart();
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
  const rows: string[][] = [];
  for (const rate of RATES) {
    const times: Record<Kind, number[]> = { save: [], submit: [], report: [] };
    const calls: Promise<boolean>[] = [];
    const began = performance.now();
    for (let elapsed = 0; elapsed < SECONDS; elapsed = (performance.now() - began) / 1000) {
      while (calls.length < elapsed * rate) calls.push(call(times));
      await pause(5);
    }
    const failed = (await Promise.all(calls)).filter((well) => !well).length;
    const answered = calls.length / ((performance.now() - began) / 1000);
    const at = (kind: Kind, share: number) => `${times[kind].sort((a, b) => a - b)[Math.floor(share * (times[kind].length - 1))]!.toFixed(0)} ms`;
    rows.push([String(rate), answered.toFixed(0), at('save', 0.5), at('save', 0.99), at('submit', 0.5), at('submit', 0.99), at('report', 0.5), at('report', 0.99), String(failed)]);
    process.stdout.write(`${rows.at(-1)!.join(', ')}\n`);
  }
  agent.destroy();
  await close();
  keep(
    'rising',
    `Calls that come at a rate that rises, ${SECONDS} s each, whether or not the ones before are answered: of fifty, two read the district’s report, six hand an entry in or hand it in again, each with its receipt, and the others save a draft. *Answered* below the rate means that calls were waiting at the end of the step.`,
    ['calls a second', 'answered a second', 'save p50', 'save p99', 'hand in p50', 'hand in p99', 'report p50', 'report p99', 'failed'],
    rows,
  );
}
