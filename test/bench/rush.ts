import { Agent } from 'node:http';
import { performance } from 'node:perf_hooks';
import { ABSTRACT, installApart, sent, TEAMS, type Saved } from './apart.js';
import { keep, median } from './keep.js';

const CONNECTIONS = 32;
const SECONDS = 15;
const TURNS = 3;
const MINUTES = 10;

interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
}

/** A rush of saves: drafts changed by many teams at once, beside bare Fastify and `pg` that write the same rows. */
export async function benchRush(): Promise<void> {
  const { base, ports, entries, things, close } = await installApart();
  const loads: Record<'floor' | 'trellis', Load[]> = { floor: [], trellis: [] };
  await rush(ports.floor, base, things, 3);
  await rush(ports.ours, base, entries, 3);
  for (let turn = 0; turn < TURNS; turn++) {
    loads.floor.push(await rush(ports.floor, base, things, SECONDS));
    loads.trellis.push(await rush(ports.ours, base, entries, SECONDS));
  }
  await close();

  const middle = (of: 'floor' | 'trellis', pick: (load: Load) => number) => median(loads[of].map(pick));
  const row = (name: string, of: 'floor' | 'trellis') => [name, middle(of, ({ perSecond }) => perSecond).toFixed(0), `${middle(of, ({ p50 }) => p50).toFixed(0)} ms`, `${middle(of, ({ p99 }) => p99).toFixed(0)} ms`, String(loads[of].reduce((sum, { failed }) => sum + failed, 0))];
  const ratio = (pick: (load: Load) => number) => (middle('trellis', pick) / middle('floor', pick)).toFixed(2);
  keep(
    'rush',
    `Drafts saved by ${TEAMS} teams over ${CONNECTIONS} connections, each as soon as the one before is answered; ${TURNS} turns of ${SECONDS} s each, by turns, medians. The *floor* is bare Fastify and \`pg\` that write the same rows in one transaction and do nothing else; *Trellis* knows who calls, checks, merges field by field and hashes the record, while a worker handles the events. Load, both services and PostgreSQL share the machine.`,
    ['', 'saves a second', 'p50', 'p99', 'failed'],
    [row('floor', 'floor'), row('Trellis', 'trellis'), ['ratio', ratio(({ perSecond }) => perSecond), ratio(({ p50 }) => p50), ratio(({ p99 }) => p99), '']],
  );
}

/** The same rush for ten minutes: whether it stays as quick, and what the processes hold. */
export async function benchSteady(): Promise<void> {
  const { base, ports, parts, entries, close } = await installApart();
  const rows: string[][] = [];
  for (let minute = 1; minute <= MINUTES; minute++) {
    const { perSecond, p99, failed } = await rush(ports.ours, base, entries, 60);
    rows.push([String(minute), perSecond.toFixed(0), `${p99.toFixed(0)} ms`, String(failed), `${parts.api.memory.toFixed(0)} MiB`, `${parts.worker.memory.toFixed(0)} MiB`]);
    process.stdout.write(`${rows.at(-1)!.join(' ')}\n`);
  }
  await close();
  keep('steady', `The same rush on Trellis alone, for ${MINUTES} minutes: what each minute was like, and what api and worker hold at its end (resident memory).`, ['minute', 'saves a second', 'p99', 'failed', 'api', 'worker'], rows);
}

/** Every connection saves the next thing as soon as it is free. */
async function rush(port: number, origin: string, things: readonly Saved[], seconds: number): Promise<Load> {
  const times: number[] = [];
  let [next, failed] = [0, 0];
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const begun = performance.now();
  const client = async () => {
    while (performance.now() - begun < seconds * 1000) {
      const { path, cookie } = things[next++ % things.length]!;
      const asked = performance.now();
      const status = await sent(agent, port, 'PATCH', path, { origin, cookie }, { abstract: `${ABSTRACT}${next}` });
      times.push(performance.now() - asked);
      if (status >= 300) failed++;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, client));
  agent.destroy();
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!;
  return { perSecond: times.length / ((performance.now() - begun) / 1000), p50: at(0.5), p99: at(0.99), failed };
}
